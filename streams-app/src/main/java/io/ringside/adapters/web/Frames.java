package io.ringside.adapters.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import io.ringside.schemas.scorecards.Scorecard;

/**
 * What one tick sends: the changes of a board since the one a page has, as a server-sent event. Made once for all pages
 * that show the same window and have the same board.
 */
final class Frames {
    /** The KPIs a page shows; the others are at {@code /api/scorecards}. */
    static final Set<String> KPIS = Set.of(
            "service_level",
            "asa",
            "abandon_rate",
            "csat",
            "longest_wait",
            "first_response_time",
            "resolution_time",
            "reopen_rate",
            "offered",
            "answered",
            "abandoned");

    private static final Set<String> KINDS = Set.of("queue", "channel", "site", "all");

    private record Wish(String window, Board.Mark since) {}

    private final Board board;
    private final Instant now;
    private final String build;
    private final Map<Wish, byte[]> made = new HashMap<>();

    /**
     * The frames of one tick.
     *
     * @param build names the page's files, so that a page that is older than the server loads itself anew
     */
    Frames(Board board, Instant now, String build) {
        this.board = board;
        this.now = now;
        this.build = build;
    }

    Board board() {
        return board;
    }

    Instant now() {
        return now;
    }

    /** The event for a page that shows this window and has this board. The caller must not change the bytes. */
    byte[] frame(String window, Board.Mark since) {
        return made.computeIfAbsent(new Wish(window, since), this::make);
    }

    private byte[] make(Wish wish) {
        byte[] data = JsonText.object(json -> {
            json.moment("now", now)
                    .text("build", build)
                    .flag("full", !board.follows(wish.since()))
                    .text("window", wish.window());
            writeStanding(json, board);
            json.beginArray("scorecards");
            Iterator<Scorecard> cards = board.changedSince(wish.since(), key -> shows(wish.window(), key))
                    .filter(Scorecard::getHeadline)
                    .iterator();
            while (cards.hasNext()) {
                ScorecardJson.write(json, cards.next(), KPIS::contains);
            }
            json.endArray();
        });
        return event(data);
    }

    /** How the feed stands and how far its figures reach. */
    static void writeStanding(JsonText json, Board board) throws IOException {
        Feed feed = board.feed();
        json.begin("feed")
                .text("state", feed.state().name())
                .moment("since", feed.since())
                .text("reason", feed.reason())
                .end();
        json.moment("asOf", board.asOf().orElse(null));
    }

    private static boolean shows(String window, CardKey key) {
        return key.window().equals(window) && KINDS.contains(key.kind());
    }

    private static byte[] event(byte[] json) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(json.length + 32);
        event.writeBytes("event: board\ndata: ".getBytes(StandardCharsets.UTF_8));
        event.writeBytes(json);
        event.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return event.toByteArray();
    }
}
