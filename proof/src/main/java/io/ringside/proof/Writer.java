package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;
import io.ringside.schemas.events.TicketStatus;

/** Makes up one ticket, all of whose turns come from one seed. */
public final class Writer {
    private static final List<String> QUEUES = List.of("mail", "claims");
    private static final List<String> AGENTS = List.of("ada", "bob", "eve", "tom");

    private final Random random;
    private final String contact;
    private final Post post;
    private Instant now;
    private int events;

    private Writer(long seed, Instant from, Duration span, Post post) {
        this.random = new Random(seed);
        this.contact = "ticket" + Long.toHexString(seed);
        this.now = from.plus(Post.arrival(random, span));
        this.post = post;
    }

    /** A ticket that is created some time within a span, and goes on for some hours, or a few days. */
    public static void ticket(long seed, Instant from, Duration span, Post post) {
        new Writer(seed, from, span, post).writes();
    }

    private void writes() {
        send(event(TicketEventType.CREATED).setQueue(one(QUEUES)));
        for (int turns = random.nextInt(9); turns > 0; turns--) {
            pass();
            turn();
        }
        if (random.nextInt(4) == 0) {
            Surveyor.asks(random, contact, now, post);
        }
    }

    private void turn() {
        switch (random.nextInt(10)) {
            case 0 -> send(event(TicketEventType.ASSIGNED).setQueue(one(QUEUES)));
            case 1 -> send(event(TicketEventType.ASSIGNED).setAgent(one(AGENTS)));
            case 2 -> send(event(TicketEventType.REPLIED).setReplySide(MessageSide.CUSTOMER));
            case 3 -> send(event(TicketEventType.REPLIED).setReplySide(MessageSide.BOT));
            case 4 -> send(event(TicketEventType.REPLIED).setReplySide(MessageSide.AGENT));
            case 5 ->
                send(event(TicketEventType.REPLIED)
                        .setReplySide(MessageSide.AGENT)
                        .setAgent(one(AGENTS)));
            case 6 ->
                send(event(one(List.of(
                        TicketEventType.ESCALATED,
                        TicketEventType.COMPLAINED,
                        TicketEventType.TAGGED,
                        TicketEventType.PRIORITY_CHANGED))));
            case 7 -> become(one(List.of(TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD)));
            case 8 -> become(TicketStatus.SOLVED);
            default -> become(TicketStatus.CLOSED);
        }
    }

    private void become(TicketStatus status) {
        send(event(TicketEventType.STATUS_CHANGED).setStatus(status));
    }

    private TicketEvent.Builder event(TicketEventType type) {
        return TicketEvent.newBuilder()
                .setEventId(contact + "-" + events++)
                .setSource("test")
                .setContactId(contact)
                .setType(type);
    }

    private void send(TicketEvent.Builder event) {
        post.send(
                random,
                Post.LATEST,
                now,
                Topics.TICKETS,
                contact,
                event.setOccurredAt(now).build());
    }

    private void pass() {
        now = now.plusMillis(1 + random.nextInt(random.nextBoolean() ? 1_200_000 : 6 * 3_600_000));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
