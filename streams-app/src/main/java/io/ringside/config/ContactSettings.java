package io.ringside.config;

import java.time.Duration;

/**
 * What a contact can be, and when it is over.
 *
 * @param closeAfter how long after its last event a call or chat that never ended is closed
 * @param closeTicketsAfter the same for a ticket
 * @param missedAfter how long after it was last heard of a contact must be missing in a snapshot to be closed
 * @param longestDuration waits and talks that are longer are refused
 * @param longestName names of queues, agents and the like that are longer are refused, in characters
 * @param largestValue records whose value is larger are refused, in bytes
 * @param mostEvents how many events one contact can have; more are refused
 */
public record ContactSettings(
        Duration closeAfter,
        Duration closeTicketsAfter,
        Duration missedAfter,
        Duration longestDuration,
        int longestName,
        int largestValue,
        int mostEvents) {
    private static final Knob<Duration> CLOSE_AFTER = Knob.of(
                    "closeAfter",
                    Notation.DURATION,
                    Duration.ofHours(12),
                    "when a call or chat that never ends is closed")
            .must(Rule.atLeast(Duration.ofMinutes(1)));
    private static final Knob<Duration> CLOSE_TICKETS_AFTER = Knob.of(
                    "closeTicketsAfter",
                    Notation.DURATION,
                    Duration.ofDays(90),
                    "when a ticket that never ends is closed")
            .must(Rule.atLeast(Duration.ofMinutes(1)));
    private static final Knob<Duration> MISSED_AFTER = Knob.of(
                    "missedAfter",
                    Notation.DURATION,
                    Duration.ofSeconds(30),
                    "how long after it was last heard of a snapshot that misses a contact closes it")
            .must(Rule.atLeast(Duration.ofSeconds(1)))
            .must(Rule.atMost(Duration.ofHours(1)));
    private static final Knob<Duration> LONGEST_DURATION = Knob.of(
                    "longestDuration", Notation.DURATION, Duration.ofDays(2), "longer waits and talks are refused")
            .must(Rule.atLeast(Duration.ofMinutes(1)));
    private static final Knob<Integer> LONGEST_NAME = Knob.of(
                    "longestName", Notation.WHOLE, 256, "longer names are refused, in characters")
            .must(Rule.between(1, 10_000));
    private static final Knob<Integer> LARGEST_VALUE = Knob.of(
                    "largestValue", Notation.BYTES, 1 << 20, "larger records are refused")
            .must(Rule.atLeast(1_024));
    private static final Knob<Integer> MOST_EVENTS = Knob.of(
                    "mostEvents", Notation.WHOLE, 10_000, "further events of one contact are refused")
            .must(Rule.between(10, 1_000_000));

    public ContactSettings {
        CLOSE_AFTER.checked(closeAfter);
        CLOSE_TICKETS_AFTER.checked(closeTicketsAfter);
        MISSED_AFTER.checked(missedAfter);
        LONGEST_DURATION.checked(longestDuration);
        LONGEST_NAME.checked(longestName);
        LARGEST_VALUE.checked(largestValue);
        MOST_EVENTS.checked(mostEvents);
    }

    static ContactSettings read(Section contacts) {
        return new ContactSettings(
                contacts.get(CLOSE_AFTER),
                contacts.get(CLOSE_TICKETS_AFTER),
                contacts.get(MISSED_AFTER),
                contacts.get(LONGEST_DURATION),
                contacts.get(LONGEST_NAME),
                contacts.get(LARGEST_VALUE),
                contacts.get(MOST_EVENTS));
    }
}
