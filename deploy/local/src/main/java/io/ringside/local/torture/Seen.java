package io.ringside.local.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.local.PublishedRecords;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;

/** What an app has published, as somebody sees it who reads what is committed, from the beginning and in order. */
final class Seen implements AutoCloseable {
    private static final List<Topic<? extends SpecificRecord>> READ = List.of(
            Topics.WATERMARKS, Topics.SCORECARDS, Topics.SCORECARD_HISTORY, Topics.CONTACTS, Topics.DEAD_LETTERS);
    private static final Duration POLL = Duration.ofMillis(100);

    private final int partitions;
    private final PublishedRecords records;
    private final Map<String, Instant> watermarks = new TreeMap<>();
    private final Map<String, Scorecard> open = new HashMap<>();
    private final Map<String, Scorecard> finals = new HashMap<>();
    private final Map<String, ContactRow> rows = new HashMap<>();
    private final Map<String, Long> deadLetters = new TreeMap<>();
    private final List<String> outOfTurn = new ArrayList<>();

    /**
     * @param client how to reach cluster and registry
     * @param prefix what topic names begin with
     * @param partitions of the shared topics
     */
    Seen(Map<String, String> client, String prefix, int partitions) {
        this.partitions = partitions;
        this.records = new PublishedRecords(client, prefix, READ, partitions);
    }

    /** Takes in what has come since; waits a moment where nothing has. */
    void read() {
        records.read(POLL, this::take);
    }

    /** Takes in all that is there now. */
    void readAll() {
        records.readAll(POLL, this::take);
    }

    private void take(String key, SpecificRecord value) {
        if (value instanceof Watermark watermark) {
            watermarks.put(key, watermark.getAsOf());
        } else if (value instanceof Scorecard card && card.getFinal$()) {
            Scorecard before = finals.put(key, card);
            follow(key, before == null ? 0 : before.getRevision(), card.getRevision());
        } else if (value instanceof Scorecard card) {
            open.put(key, card);
        } else if (value instanceof ContactRow row) {
            ContactRow before = rows.put(key, row);
            follow(key, before == null ? 0 : before.getRevision(), row.getRevision());
        } else if (value instanceof DeadLetter letter) {
            deadLetters.merge(letter.getReason(), 1L, Long::sum);
        }
    }

    /** Each revision is said once, after the one before. */
    private void follow(String key, int before, int revision) {
        if (revision != before + 1) {
            outOfTurn.add("%s: revision %d was published after revision %d".formatted(key, revision, before));
        }
    }

    /** Whether both stages have said on each partition that everything up to a moment is in. */
    boolean isUpTo(Instant moment) {
        return watermarks.size() == 2 * partitions
                && watermarks.values().stream().noneMatch(asOf -> asOf.isBefore(moment));
    }

    /** How far each stage has come on each partition. */
    Map<String, Instant> watermarks() {
        return watermarks;
    }

    /** The latest scorecards of open windows. */
    Map<String, Scorecard> open() {
        return open;
    }

    /** The latest revision of each closed window. */
    Map<String, Scorecard> finals() {
        return finals;
    }

    /** The latest revision of each contact record. */
    Map<String, ContactRow> rows() {
        return rows;
    }

    /** How many records were refused, by reason. */
    Map<String, Long> deadLetters() {
        return deadLetters;
    }

    /** Revisions that were left out, or said twice. */
    List<String> outOfTurn() {
        return outOfTurn;
    }

    @Override
    public void close() {
        records.close();
    }
}
