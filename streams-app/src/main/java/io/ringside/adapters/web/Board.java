package io.ringside.adapters.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.ringside.schemas.scorecards.Scorecard;

/** The latest scorecard of every key at one moment. Immutable. */
public final class Board {
    /** Names a board among others of its reading; a board of an earlier reading is older than all of a later one. */
    record Mark(long reading, long version) {
        static final Mark NONE = new Mark(-1, -1);
    }

    private final Mark mark;
    private final long removedAt;
    private final Map<String, Posted> posted;
    private final Optional<Instant> asOf;
    private final Feed feed;
    private final ScorecardDecoder decoder;

    Board(
            Mark mark,
            long removedAt,
            Map<String, Posted> posted,
            Optional<Instant> asOf,
            Feed feed,
            ScorecardDecoder decoder) {
        this.mark = mark;
        this.removedAt = removedAt;
        this.posted = posted;
        this.asOf = asOf;
        this.feed = feed;
        this.decoder = decoder;
    }

    /** The board of an instance that has not begun to read. */
    public static Board beforeReading(Instant since) {
        return empty(new Feed(Feed.State.CONNECTING, since));
    }

    /** A board without any scorecard. */
    static Board empty(Feed feed) {
        ScorecardDecoder none = new ScorecardDecoder(bytes -> {
            throw new IllegalStateException("an empty board has nothing to decode");
        });
        return new Board(Mark.NONE, 0, Map.of(), Optional.empty(), feed, none);
    }

    /** The same scorecards, while the feed stands otherwise. */
    Board with(Feed changed) {
        return changed.equals(feed) ? this : new Board(mark, removedAt, posted, asOf, changed, decoder);
    }

    Mark mark() {
        return mark;
    }

    Feed feed() {
        return feed;
    }

    /** Everything that happened before is in; empty before the first watermark. */
    Optional<Instant> asOf() {
        return asOf;
    }

    /** Whether what changed since an earlier board can be said without saying everything. */
    boolean follows(Mark earlier) {
        return earlier.reading() == mark.reading() && earlier.version() >= removedAt;
    }

    /** The scorecards of these keys that changed since a board it follows; all of them since any other. */
    Stream<Scorecard> changedSince(Mark earlier, Predicate<CardKey> wanted) {
        long since = follows(earlier) ? earlier.version() : -1;
        return decoded(posted.values().stream().filter(card -> card.version() > since && wanted.test(card.key())));
    }

    /** The scorecards of these keys, in the order of their keys. */
    Stream<Scorecard> scorecards(Predicate<CardKey> wanted) {
        List<Posted> sorted = posted.values().stream()
                .filter(card -> wanted.test(card.key()))
                .sorted(Comparator.comparing((Posted card) -> card.key().scope())
                        .thenComparing(card -> card.key().window())
                        .thenComparing(card -> card.key().attribution()))
                .toList();
        return decoded(sorted.stream());
    }

    private Stream<Scorecard> decoded(Stream<Posted> cards) {
        return cards.map(decoder::decode).flatMap(Optional::stream);
    }
}
