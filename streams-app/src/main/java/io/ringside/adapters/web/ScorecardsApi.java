package io.ringside.adapters.web;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Header;

import io.ringside.schemas.scorecards.Scorecard;

/**
 * {@code /api/scorecards}: the latest scorecards, all their KPIs. {@code scope} is a kind (queue, channel, site, all,
 * agent, team) or a whole scope (queue/voice/sales), {@code window} a window's id, {@code attribution} outcome, arrival
 * or headline.
 */
final class ScorecardsApi {
    private static final Set<String> FILTERS = Set.of("scope", "window", "attribution");
    private static final Set<String> KINDS = Set.of("queue", "channel", "site", "all", "agent", "team");
    private static final Set<String> ATTRIBUTIONS = Set.of("outcome", "arrival", "headline");

    private final Supplier<Board> boards;

    ScorecardsApi(Supplier<Board> boards) {
        this.boards = boards;
    }

    /** Streams the answer: all scorecards of a large center would fill the memory. */
    void answer(Context ctx) throws IOException {
        Filter filter = Filter.of(ctx);
        Board board = boards.get();
        ctx.contentType("application/json").header(Header.CACHE_CONTROL, "no-store");
        try (JsonText json = new JsonText(ctx.outputStream())) {
            json.begin();
            Frames.writeStanding(json, board);
            json.beginArray("scorecards");
            Iterator<Scorecard> cards = board.scorecards(filter::passes)
                    .filter(card -> !filter.headlineOnly() || card.getHeadline())
                    .iterator();
            while (cards.hasNext()) {
                ScorecardJson.write(json, cards.next(), kpi -> true);
            }
            json.endArray().end();
        }
    }

    private record Filter(Optional<String> scope, Optional<String> window, Optional<String> attribution) {

        static Filter of(Context ctx) {
            for (String name : ctx.queryParamMap().keySet()) {
                if (!FILTERS.contains(name)) {
                    throw new BadRequestResponse("unknown filter " + name + "; there are scope, window, attribution");
                }
            }
            Filter filter = new Filter(
                    Optional.ofNullable(ctx.queryParam("scope")),
                    Optional.ofNullable(ctx.queryParam("window")),
                    Optional.ofNullable(ctx.queryParam("attribution")).map(text -> text.toLowerCase(Locale.ROOT)));
            filter.check();
            return filter;
        }

        private void check() {
            scope.filter(name -> !name.contains("/") && !KINDS.contains(name)).ifPresent(name -> {
                throw new BadRequestResponse("scope must be queue, channel, site, all, agent or team,"
                        + " or a whole one like queue/voice/sales; was " + name);
            });
            attribution.filter(name -> !ATTRIBUTIONS.contains(name)).ifPresent(name -> {
                throw new BadRequestResponse("attribution must be outcome, arrival or headline; was " + name);
            });
        }

        boolean headlineOnly() {
            return attribution.filter("headline"::equals).isPresent();
        }

        boolean passes(CardKey key) {
            return scope.map(wanted -> wanted.equals(key.kind()) || wanted.equals(key.scope()))
                            .orElse(true)
                    && window.map(key.window()::equals).orElse(true)
                    && (headlineOnly()
                            || attribution.map(key.attribution()::equals).orElse(true));
        }
    }
}
