package io.ringside.producers.replay;

import java.util.List;
import java.util.Map;

/**
 * What became of the rows of a log: {@code rows = taken + repeated + ignored + unreadable}.
 *
 * @param rows all rows but the header and empty lines
 * @param taken rows that became events
 * @param events how many
 * @param duplicates rows that say what an earlier row of the same identity said; they count once
 * @param ignored rows left out, by the mapping's reason
 * @param unreadable rows that could not be read, by reason, the most frequent first
 * @param skippedTimes local times that the clock skipped, read as much later as it jumped
 * @param repeatedTimes local times that the clock showed twice, read as the first unless order says otherwise
 */
public record ReadReport(
        long rows,
        long taken,
        long events,
        long duplicates,
        Map<String, Long> ignored,
        List<Unreadable> unreadable,
        long skippedTimes,
        long repeatedTimes) {

    /**
     * Rows that could not be read for one reason.
     *
     * @param lines the numbers of the first such lines, from 1
     * @param example what the first of them says
     */
    public record Unreadable(String reason, long count, List<Long> lines, String example) {}

    /** How many rows could not be read, for whatever reason. */
    public long unreadableRows() {
        return unreadable.stream().mapToLong(Unreadable::count).sum();
    }
}
