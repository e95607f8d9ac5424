package io.ringside.proof;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.ringside.oracle.Finished;
import io.ringside.schemas.contacts.ContactRow;

/** Holds published contact records against the oracle, and reports what differs. */
public final class RowJudge {
    /** How a ticket's key ends. One that was opened again keeps the record of how it had been solved. */
    private static final String TICKET = "|TICKET//";

    private RowJudge() {}

    /**
     * Compares all of them.
     *
     * @param published the last revision of each, by its key
     * @param expected by the same keys
     * @return how many were compared
     */
    public static int judge(
            Map<String, ContactRow> published, Map<String, Finished> expected, Consumer<String> differences) {
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(published.keySet());
        for (String key : keys) {
            if (!published.containsKey(key)) {
                differences.accept("contact record " + key + " was not published, expected " + expected.get(key));
            } else if (!expected.containsKey(key) && !key.endsWith(TICKET)) {
                differences.accept("contact record " + key + " was published, expected none");
            } else if (expected.containsKey(key)
                    && !finished(published.get(key)).equals(expected.get(key))) {
                differences.accept("contact record %s published %s, expected %s"
                        .formatted(key, finished(published.get(key)), expected.get(key)));
            }
        }
        return keys.size();
    }

    private static Finished finished(ContactRow row) {
        return new Finished(
                said(row.getQueue()),
                said(row.getAgent()),
                millis(row.getConnectedAt()),
                row.getEndedAt().toEpochMilli(),
                row.getOutcome() == null ? "" : row.getOutcome().name(),
                said(row.getFlowOutReason()),
                duration(row.getWaitMs()),
                duration(row.getTalkMs()),
                duration(row.getHoldMs()),
                duration(row.getWrapUpMs()),
                duration(row.getResolutionMs()));
    }

    private static String said(String text) {
        return text == null ? "" : text;
    }

    private static OptionalLong millis(Instant moment) {
        return moment == null ? OptionalLong.empty() : OptionalLong.of(moment.toEpochMilli());
    }

    private static OptionalLong duration(Long millis) {
        return millis == null ? OptionalLong.empty() : OptionalLong.of(millis);
    }
}
