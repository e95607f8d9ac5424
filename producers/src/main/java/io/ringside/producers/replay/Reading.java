package io.ringside.producers.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of rows while a log is read. */
final class Reading {
    /** How many line numbers of rows that cannot be read are kept for each reason. */
    private static final int LINES = 5;

    /** Examples are for people; a cell of megabytes is none. */
    private static final int EXAMPLE_LENGTH = 60;

    private final Map<String, Long> ignored = new LinkedHashMap<>();
    private final Map<String, Failures> unreadable = new LinkedHashMap<>();
    private long rows;
    private long taken;
    private long events;
    private long duplicates;

    private static final class Failures {
        private long count;
        private final List<Long> lines = new ArrayList<>();
        private final String example;

        private Failures(String example) {
            this.example = example.length() > EXAMPLE_LENGTH ? example.substring(0, EXAMPLE_LENGTH) + "…" : example;
        }

        private void add(long line) {
            count++;
            if (lines.size() < LINES) {
                lines.add(line);
            }
        }
    }

    void row() {
        rows++;
    }

    void taken(int eventsOfRow) {
        taken++;
        events += eventsOfRow;
    }

    void duplicate() {
        duplicates++;
    }

    void ignored(String because) {
        ignored.merge(because, 1L, Long::sum);
    }

    void unreadable(long line, UnreadableRow row) {
        unreadable
                .computeIfAbsent(row.getMessage(), reason -> new Failures(row.example()))
                .add(line);
    }

    ReadReport report(WallClock clock) {
        List<ReadReport.Unreadable> failures = unreadable.entrySet().stream()
                .map(entry -> new ReadReport.Unreadable(
                        entry.getKey(),
                        entry.getValue().count,
                        List.copyOf(entry.getValue().lines),
                        entry.getValue().example))
                .sorted(Comparator.comparingLong(ReadReport.Unreadable::count).reversed())
                .toList();
        return new ReadReport(
                rows, taken, events, duplicates, Map.copyOf(ignored), failures, clock.skipped(), clock.repeated());
    }
}
