package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.WaitingContact;

/**
 * Makes up what the source of some calls and chats says of who waits in its queues. It sees them as they were, whatever
 * its events say of it; and now and then it does not see one, or sees one that has left.
 */
public final class Watcher {
    private static final Set<String> LEAVING = Set.of("ANSWERED", "ABANDONED", "FLOWED_OUT");
    private static final String SOURCE = "test";

    private final Random random;
    private final Post post;
    private final List<Stay> stays = new ArrayList<>();

    /** A visit as it was; one that was never heard of again is gone after a minute. */
    private record Stay(Channel channel, String queue, String contact, String visit, Instant from, Instant until) {}

    private record Key(String contact, String visit) {}

    private record Turn(Channel channel, Key key, String type, String queue, Instant at) {}

    private Watcher(long seed, Post post) {
        this.random = new Random(seed);
        this.post = post;
    }

    /** Looks at queues a few times, mostly while somebody waits in them, or soon after. */
    public static void looks(long seed, int times, Post post) {
        Watcher watcher = new Watcher(seed, post);
        watcher.remember();
        for (int i = 0; i < times && !watcher.stays.isEmpty(); i++) {
            watcher.look(i);
        }
    }

    private void remember() {
        Map<Key, Turn> came = new HashMap<>();
        Map<Key, Instant> left = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        post.sent.forEach(sending -> {
            if (sending.event() instanceof CallEvent call) {
                turns.add(turn(call));
            } else if (sending.event() instanceof ChatEvent chat) {
                turns.add(turn(chat));
            }
        });
        for (Turn turn : turns) {
            if (turn.type.equals("ENQUEUED")) {
                came.put(turn.key, turn);
            } else if (LEAVING.contains(turn.type)) {
                left.merge(turn.key, turn.at, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        came.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        (one, other) -> (one.contact + one.visit).compareTo(other.contact + other.visit)))
                .forEach(entry -> {
                    Turn turn = entry.getValue();
                    Instant until = left.getOrDefault(entry.getKey(), turn.at.plusSeconds(60));
                    stays.add(new Stay(turn.channel, turn.queue, turn.key.contact, turn.key.visit, turn.at, until));
                });
    }

    private static Turn turn(CallEvent call) {
        return new Turn(
                Channel.VOICE,
                new Key(call.getContactId(), said(call.getVisitId())),
                call.getType().name(),
                call.getQueue(),
                call.getOccurredAt());
    }

    private static Turn turn(ChatEvent chat) {
        return new Turn(
                Channel.CHAT,
                new Key(chat.getContactId(), said(chat.getVisitId())),
                chat.getType().name(),
                chat.getQueue(),
                chat.getOccurredAt());
    }

    private void look(int number) {
        Stay one = stays.get(random.nextInt(stays.size()));
        Instant from = random.nextBoolean() ? one.from : one.until;
        int within = List.of(20_000, 60_000, 200_000, 20 * 3_600_000).get(random.nextInt(4));
        Instant at = from.plusMillis(random.nextInt(3) == 0 ? 30_000 : random.nextInt(within));
        List<WaitingContact> waiting = new ArrayList<>();
        for (Stay stay : stays) {
            if (stay.channel == one.channel && stay.queue.equals(one.queue) && sees(stay, at)) {
                boolean named = !stay.visit.isEmpty() && random.nextBoolean();
                waiting.add(new WaitingContact(stay.contact, named ? stay.visit : null));
            }
        }
        if (random.nextInt(8) == 0) {
            waiting.add(new WaitingContact("stranger" + number, null));
        }
        String source = random.nextInt(12) == 0 ? "another" : SOURCE;
        QueueSnapshot snapshot =
                new QueueSnapshot("look-" + number, at, source, one.channel, one.queue, List.copyOf(waiting));
        post.send(random, Duration.ofHours(30), at, Topics.QUEUE_SNAPSHOTS, key(one), snapshot);
    }

    private boolean sees(Stay stay, Instant at) {
        boolean waits = !at.isBefore(stay.from) && at.isBefore(stay.until);
        boolean leftLately = !at.isBefore(stay.until) && at.isBefore(stay.until.plusSeconds(300));
        return waits ? random.nextInt(10) > 0 : leftLately && random.nextInt(10) == 0;
    }

    private static String key(Stay stay) {
        return (stay.channel == Channel.VOICE ? "voice/" : "chat/") + stay.queue;
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }
}
