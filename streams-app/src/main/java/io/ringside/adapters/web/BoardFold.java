package io.ringside.adapters.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ringside.schemas.scorecards.Watermark;

/** One reading of the topics, folded: the latest scorecard of each key, the latest watermark of each stage and partition. */
final class BoardFold {
    private record Part(String stage, int partition) {}

    private final long reading;
    private final ScorecardDecoder decoder;
    private final Map<String, Posted> posted = new HashMap<>();
    private final Map<Part, Instant> asOf = new HashMap<>();
    private long version;
    private long removedAt;

    /**
     * Starts with nothing.
     *
     * @param reading greater than that of any reading before
     */
    BoardFold(long reading, ScorecardDecoder decoder) {
        this.reading = reading;
        this.decoder = decoder;
    }

    /**
     * Takes a record of the scorecards' topic.
     *
     * @param value null where the scorecard is gone
     * @throws IllegalArgumentException if this is no scorecard's key
     */
    void post(String key, byte[] value) {
        CardKey parsed = CardKey.parse(key);
        version++;
        if (value != null) {
            posted.put(key, new Posted(parsed, value, version));
        } else if (posted.remove(key) != null) {
            removedAt = version;
        }
    }

    /** Takes how far a stage has come in a partition. */
    void advance(Watermark watermark) {
        asOf.put(new Part(watermark.getStage(), watermark.getPartition()), watermark.getAsOf());
    }

    /** What has been folded so far; later records do not change it. */
    Board board(Feed feed) {
        Optional<Instant> least = asOf.values().stream().min(Instant::compareTo);
        return new Board(new Board.Mark(reading, version), removedAt, Map.copyOf(posted), least, feed, decoder);
    }
}
