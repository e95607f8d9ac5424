package io.ringside.core.kpis;

import java.util.Optional;
import java.util.function.Consumer;

import io.ringside.core.facts.Attribution;
import io.ringside.core.kpis.WindowPlan.Rolling;

/** States the windows of a scope that are still open: the rolling ones, the interval, the one before it, and today. */
final class OpenWindows {
    private final Ledger ledger;
    private final WindowPlan plan;

    OpenWindows(Ledger ledger, WindowPlan plan) {
        this.ledger = ledger;
        this.plan = plan;
    }

    void state(Book book, long asOf, Consumer<WindowTally> out) {
        Optional<Live> live = Optional.of(book.live());
        long interval = book.time.intervalOf(asOf);
        long previous = book.time.intervalOf(interval - 1);
        long day = book.time.dayOf(asOf);
        for (Attribution attribution : Attribution.values()) {
            for (Rolling window : plan.windows()) {
                Tally tally = book.total(window, attribution);
                out.accept(
                        tally(book, window.id(), window.start(asOf), window.end(asOf), attribution, asOf, live, tally));
            }
            long end = book.time.intervalAfter(interval);
            Tally now = ledger.sumOfQuarters(book, attribution, interval, end);
            out.accept(tally(book, "interval", interval, end, attribution, asOf, live, now));
            Tally before = ledger.sumOfQuarters(book, attribution, previous, interval);
            out.accept(
                    tally(book, "previous_interval", previous, interval, attribution, asOf, Optional.empty(), before));
            Tally today = ledger.sum(book, Grain.DAY, attribution, day);
            out.accept(tally(book, "today", day, book.time.dayAfter(day), attribution, asOf, live, today));
        }
    }

    private static WindowTally tally(
            Book book,
            String id,
            long start,
            long end,
            Attribution attribution,
            long asOf,
            Optional<Live> live,
            Tally tally) {
        return new WindowTally(
                book.scope, id, start, end, attribution, book.time.zone(), asOf, 0, Optional.empty(), live, tally);
    }
}
