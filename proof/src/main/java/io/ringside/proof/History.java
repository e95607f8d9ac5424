package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;

/**
 * What happened in a contact center over a day and a night, and what of it was told when: all kinds of contacts, and who waited, some of
 * it late, some twice, some out of order. The same seed makes up the same history.
 *
 * @param sendings in the order in which they arrive
 */
public record History(Place place, List<Sending> sendings) {
    /** The last of it arrives within this time. */
    public static final Duration AT_MOST = Duration.ofDays(9);

    private static final Duration OVER_A_NIGHT = Duration.ofHours(30);

    public History {
        sendings =
                sendings.stream().sorted(Comparator.comparing(Sending::arrives)).toList();
    }

    /** Makes up a history of so many contacts and shifts, and as many looks at who waits. */
    public static History of(Place place, long seed, int contacts) {
        Random random = new Random(seed);
        Post post = new Post();
        for (int i = 0; i < contacts; i++) {
            long one = random.nextLong();
            switch (random.nextInt(20)) {
                case 0 -> Surveyor.asksAStranger(one, place.from, post);
                case 1 -> Shift.of(one, place.from, OVER_A_NIGHT, post);
                case 2, 3 -> Writer.ticket(one, place.from, OVER_A_NIGHT, post);
                case 4, 5, 6, 7 -> Caller.chat(one, place.from, OVER_A_NIGHT, post);
                default -> Caller.call(one, place.from, OVER_A_NIGHT, post);
            }
        }
        Watcher.looks(random.nextLong(), contacts, post);
        return new History(place, post.sent);
    }

    /** One of several parts of about the same size, from 0. */
    public List<Sending> part(int part, int of) {
        return sendings.subList(sendings.size() * part / of, sendings.size() * (part + 1) / of);
    }

    /** All events, with those that were sent twice. */
    public List<SpecificRecord> events() {
        List<SpecificRecord> events = new ArrayList<>();
        sendings.forEach(sending -> events.add(sending.event()));
        return events;
    }

    /** When the last of it arrives. */
    public Instant end() {
        return sendings.get(sendings.size() - 1).arrives();
    }
}
