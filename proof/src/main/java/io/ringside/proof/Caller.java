package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.TransferKind;

import static io.ringside.schemas.events.CallEventType.*;

/** Makes up one call or chat, all of whose turns come from one seed. */
public final class Caller {
    private static final List<String> QUEUES = List.of("sales", "care", "nights");
    private static final List<String> AGENTS = List.of("ada", "bob", "eve", "tom");

    private final Random random;
    private final boolean chats;
    private final String contact;
    private final Post post;
    private Instant now;
    private String visit = "";
    private String leg = "";
    private int events;

    private Caller(long seed, boolean chats, Instant from, Duration span, Post post) {
        this.random = new Random(seed);
        this.chats = chats;
        this.contact = (chats ? "chat" : "call") + Long.toHexString(seed);
        this.now = from.plus(Post.arrival(random, span));
        this.post = post;
    }

    /** A call that comes some time within a span. */
    public static void call(long seed, Instant from, Duration span, Post post) {
        new Caller(seed, false, from, span, post).comes();
    }

    /** A chat that comes some time within a span. */
    public static void chat(long seed, Instant from, Duration span, Post post) {
        new Caller(seed, true, from, span, post).comes();
    }

    private void comes() {
        visit = random.nextInt(3) == 0 ? "v0" : "";
        int visits = 0;
        do {
            visits++;
        } while (visit(visits) && visits < 4);
        if (random.nextInt(4) == 0) {
            Surveyor.asks(random, contact, now, post);
        }
    }

    /** One stay in a queue; whether another one follows. */
    private boolean visit(int number) {
        send(event(ENQUEUED).setQueue(one(QUEUES)));
        while (random.nextInt(4) == 0) {
            pass(1, 15);
            send(event(RING_NOT_ANSWERED).setAgent(one(AGENTS)));
        }
        says(MessageSide.CUSTOMER, MessageSide.BOT);
        boolean sits = random.nextInt(30) == 0;
        if (sits) {
            return false;
        }
        waitInQueue();
        switch (random.nextInt(8)) {
            case 0, 1 -> send(event(ABANDONED));
            case 2 -> {
                FlowOutReason reason = one(List.of(FlowOutReason.values()).subList(1, 8));
                send(event(FLOWED_OUT).setFlowOutReason(reason));
                return reason == FlowOutReason.OVERFLOW && another(number);
            }
            default -> {
                return talk() && another(number);
            }
        }
        return false;
    }

    /** Often for about as long as some queue's threshold or limit, to the millisecond. */
    private void waitInQueue() {
        if (random.nextBoolean()) {
            now = now.plusMillis(one(List.of(5, 20, 30, 45, 60)) * 1_000L + random.nextInt(3) - 1);
        } else {
            pass(0, one(List.of(5, 20, 60, 60, 400, 4_000)));
        }
    }

    private boolean another(int number) {
        pass(0, 3);
        visit = "v" + number;
        return true;
    }

    /** Agents on the line, one or two; whether the last of them transfers to a queue. */
    private boolean talk() {
        int legs = random.nextInt(6) == 0 ? 2 : 1;
        boolean toQueue = false;
        for (int i = 0; i < legs; i++) {
            leg = legs == 1 ? "" : "l" + i;
            toQueue = leg(i == legs - 1);
        }
        leg = "";
        return toQueue;
    }

    private boolean leg(boolean isLast) {
        send(event(ANSWERED).setAgent(one(AGENTS)));
        says(MessageSide.AGENT, MessageSide.CUSTOMER);
        while (random.nextInt(3) == 0) {
            pass(1, 200);
            send(event(HELD));
            pass(1, 60);
            if (random.nextInt(10) > 0) {
                send(event(RESUMED));
            }
        }
        if (random.nextInt(5) == 0) {
            pass(1, 30);
            send(event(CONSULTED));
        }
        if (random.nextInt(12) == 0) {
            send(event(ESCALATED));
        }
        if (random.nextInt(12) == 0) {
            pass(1, 5);
            send(event(COMPLAINED));
        }
        pass(1, 600);
        boolean toQueue = isLast && random.nextInt(4) == 0;
        if (toQueue) {
            send(event(TRANSFERRED).setTransferKind(TransferKind.TO_QUEUE));
        } else if (!isLast || random.nextInt(6) == 0) {
            send(event(TRANSFERRED)
                    .setTransferKind(one(List.of(TransferKind.BLIND, TransferKind.WARM, TransferKind.EXTERNAL))));
        }
        boolean forgetsToHangUp = random.nextInt(40) == 0;
        if (forgetsToHangUp) {
            return false;
        }
        send(event(TALK_ENDED));
        Instant next = now;
        if (random.nextInt(3) > 0) {
            pass(0, 120);
        }
        send(event(WRAPPED_UP));
        // Wrapping up does not keep the caller from going on.
        now = toQueue || !isLast ? next.plusMillis(1 + random.nextInt(2_000)) : now;
        return toQueue;
    }

    /** Writes here and there, where it is a chat. */
    private void says(MessageSide... sides) {
        for (MessageSide side : sides) {
            if (chats && random.nextInt(3) > 0) {
                pass(1, 40);
                sendMessage(side);
            }
        }
    }

    private CallEvent.Builder event(CallEventType type) {
        return CallEvent.newBuilder()
                .setEventId(contact + "-" + events++)
                .setSource("test")
                .setContactId(contact)
                .setType(type)
                .setVisitId(visit.isEmpty() ? null : visit)
                .setLegId(leg.isEmpty() ? null : leg);
    }

    private void send(CallEvent.Builder event) {
        CallEvent sent = event.setOccurredAt(now).build();
        boolean leaves = List.of(ANSWERED, ABANDONED, FLOWED_OUT).contains(sent.getType());
        Duration latest = leaves ? Post.LATEST_LEAVING : Post.LATEST;
        if (chats) {
            post.send(
                    random, latest, now, Topics.CHATS, contact, asOfAChat(sent).build());
        } else {
            post.send(random, latest, now, Topics.CALLS, contact, sent);
        }
    }

    private void sendMessage(MessageSide side) {
        CallEvent event = event(CallEventType.UNKNOWN).setOccurredAt(now).build();
        ChatEvent.Builder message =
                asOfAChat(event).setType(ChatEventType.MESSAGE).setMessageSide(side);
        post.send(random, Post.LATEST, now, Topics.CHATS, contact, message.build());
    }

    private static ChatEvent.Builder asOfAChat(CallEvent call) {
        return ChatEvent.newBuilder()
                .setEventId(call.getEventId())
                .setOccurredAt(call.getOccurredAt())
                .setSource(call.getSource())
                .setContactId(call.getContactId())
                .setType(ChatEventType.valueOf(call.getType().name()))
                .setVisitId(call.getVisitId())
                .setQueue(call.getQueue())
                .setLegId(call.getLegId())
                .setAgent(call.getAgent())
                .setFlowOutReason(call.getFlowOutReason())
                .setTransferKind(call.getTransferKind());
    }

    private void pass(int fromSeconds, int toSeconds) {
        boolean inWholeSeconds = random.nextInt(3) == 0;
        long millis = fromSeconds * 1_000L + random.nextInt((toSeconds - fromSeconds) * 1_000 + 1);
        now = now.plusMillis(inWholeSeconds ? (millis + 999) / 1_000 * 1_000 : millis);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
