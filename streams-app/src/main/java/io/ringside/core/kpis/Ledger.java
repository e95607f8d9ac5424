package io.ringside.core.kpis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.WindowPlan.Rolling;

/**
 * Keeps the tallies of scopes over panes of time, and reads windows off them. Facts are posted; {@link #settle} adds
 * them to the panes; {@link #advance} moves the windows on and states what changed. One ledger belongs to one task.
 * Moments are epoch milliseconds.
 */
public final class Ledger {
    private final Panes panes;
    private final Stocks stocks;
    private final Definitions definitions;
    private final WindowPlan plan;
    private final Closing closing;
    private final Map<Scope, Book> books = new HashMap<>();
    private final Map<PaneKey, Tally> pending = new HashMap<>();
    private BiConsumer<PaneKey, Tally> onSettled = (key, delta) -> {};
    private long asOf = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;

    /** Opens the ledger on what the stores hold. */
    public Ledger(Panes panes, Stocks stocks, Closing.Memory memory, Definitions definitions, WindowPlan plan) {
        this.panes = panes;
        this.stocks = stocks;
        this.definitions = definitions;
        this.plan = plan;
        this.closing = new Closing(this, memory, plan);
        panes.forEach((key, tally) -> index(book(key.scope()), key));
        stocks.forEach((key, count) -> book(key.scope()).setOpen(key, count));
    }

    /** Has a listener told of every addition to one of the finest panes: what roll-ups are made of. */
    public void onSettled(BiConsumer<PaneKey, Tally> listener) {
        onSettled = listener;
    }

    /** States a fact or takes it back. */
    public void post(Posting posting) {
        Fact fact = posting.fact();
        Book book = book(fact.scope());
        book.changed = true;
        if (fact.measure().kind() == Measure.Kind.STOCK) {
            Stocks.Key key = new Stocks.Key(fact.scope(), 0, fact.measure(), fact.happenedAt());
            setOpen(book, key, book.countOpen(key) + posting.sign());
            return;
        }
        for (Attribution attribution : Attribution.values()) {
            long start = plan.finest().paneOf(fact.at(attribution), book.time.zone());
            PaneKey key = new PaneKey(fact.scope(), 0, plan.finest(), attribution, start);
            pending.computeIfAbsent(key, k -> new Tally()).count(fact, posting.sign());
        }
    }

    /** Adds what was posted to the panes of every grain. To be called before the stores are written. */
    public void settle() {
        pending.forEach((finest, delta) -> {
            if (!delta.isZero()) {
                settle(book(finest.scope()), finest, delta);
            }
        });
        pending.clear();
    }

    private void settle(Book book, PaneKey finest, Tally delta) {
        for (Grain grain : plan.grains()) {
            if (grain == Grain.TOTAL && finest.attribution() == Attribution.ARRIVAL) {
                continue;
            }
            long start = grain.paneOf(finest.start(), book.time.zone());
            PaneKey key = new PaneKey(finest.scope(), finest.part(), grain, finest.attribution(), start);
            if (isKept(grain, start)) {
                panes.add(key, delta);
                changed(book, key, delta);
            }
        }
        onSettled.accept(finest, delta);
    }

    /** Replaces one part's pane of a scope by what the part now says it is. */
    public void replace(PaneKey key, Tally tally) {
        if (!isKept(key.grain(), key.start())) {
            return;
        }
        Tally delta = tally.minus(panes.get(key).orElseGet(Tally::new));
        if (!delta.isZero()) {
            panes.put(key, tally);
            changed(book(key.scope()), key, delta);
        }
    }

    /** Replaces what a part says is open now in a scope. */
    public void replace(Scope scope, int part, Live live) {
        Book book = book(scope);
        book.parts.add(part);
        book.openKeys(part).forEach(key -> setOpen(book, key, 0));
        setOpen(book, part, Measure.WAITING, live.waiting());
        setOpen(book, part, Measure.UNANSWERED, live.unanswered());
        setOpen(book, part, Measure.BACKLOG, live.backlog());
    }

    private void setOpen(Book book, int part, Measure measure, Live.Stock stock) {
        stock.oldestSince()
                .ifPresent(since -> setOpen(book, new Stocks.Key(book.scope, part, measure, since), stock.count()));
    }

    private void setOpen(Book book, Stocks.Key key, long count) {
        book.setOpen(key, count);
        book.parts.add(key.part());
        book.changed = true;
        stocks.put(key, count);
    }

    /** What is open now in a scope. */
    public Live live(Scope scope) {
        Book book = books.get(scope);
        return book == null ? Live.NOTHING : book.live();
    }

    /** Everything ever counted in a scope. */
    public Tally totals(Scope scope) {
        return sum(book(scope), Grain.TOTAL, Attribution.OUTCOME, 0);
    }

    /** The scopes that anything was counted for. */
    public Iterable<Scope> scopes() {
        return books.keySet();
    }

    /** The moment up to which everything is in. */
    public long asOf() {
        return asOf;
    }

    /**
     * Moves time on: panes leave the rolling windows, windows close, and what changed is stated.
     *
     * @param until everything that happened before is in
     * @param last whether nothing follows, and every window closes
     * @param changed told of each scope that changed, before its windows are stated
     */
    public void advance(long until, boolean last, Consumer<Scope> changed, Consumer<WindowTally> out) {
        settle();
        long before = asOf;
        asOf = Math.max(asOf, until);
        for (Book book : books.values()) {
            plan.windows().forEach(window -> move(book, window));
            if (book.changed || book.hasWaiting() || crossed(book, before)) {
                changed.accept(book.scope);
                new OpenWindows(this, plan).state(book, asOf, out);
                book.changed = false;
            }
        }
        closing.close(
                last ? Math.max(asOf, latestEnd()) : asOf - plan.closeAfter().toMillis(), last, out);
        closing.forget(asOf, panes);
    }

    private boolean crossed(Book book, long before) {
        return before == Long.MIN_VALUE || book.time.intervalOf(before) != book.time.intervalOf(asOf);
    }

    /** Moves a window on: what it has come to goes into its total, what it has left behind goes out. */
    private void move(Book book, Rolling window) {
        long start = window.start(asOf);
        long end = window.end(asOf);
        if (end == book.end(window)) {
            return;
        }
        for (Attribution attribution : Attribution.values()) {
            NavigableSet<Long> starts = book.starts(window.grain(), attribution);
            Tally total = book.total(window, attribution);
            for (Long pane : starts.subSet(book.end(window), end)) {
                total.add(sum(book, window.grain(), attribution, pane));
                book.changed = true;
            }
            for (Long pane : List.copyOf(starts.subSet(book.start(window), start))) {
                total.subtract(sum(book, window.grain(), attribution, pane));
                book.changed = true;
                if (plan.isLongest(window)) {
                    starts.remove(pane);
                    remove(book, window.grain(), attribution, pane);
                }
            }
        }
        book.move(window, start, end);
    }

    private void remove(Book book, Grain grain, Attribution attribution, long start) {
        book.parts.forEach(part -> panes.remove(new PaneKey(book.scope, part, grain, attribution, start)));
    }

    /** The tally of a pane over all parts of a scope. */
    Tally sum(Book book, Grain grain, Attribution attribution, long start) {
        Tally sum = new Tally();
        for (int part : book.parts) {
            panes.get(new PaneKey(book.scope, part, grain, attribution, start)).ifPresent(sum::add);
        }
        return sum;
    }

    /** The tally of the quarter hours from {@code start} to before {@code end}. */
    Tally sumOfQuarters(Book book, Attribution attribution, long start, long end) {
        Tally sum = new Tally();
        for (long quarter = start; quarter < end; quarter += Grain.QUARTER_HOUR.millis()) {
            sum.add(sum(book, Grain.QUARTER_HOUR, attribution, quarter));
        }
        return sum;
    }

    Iterable<Book> books() {
        return books.values();
    }

    private void changed(Book book, PaneKey key, Tally delta) {
        index(book, key);
        book.changed = true;
        for (Rolling window : plan.windows()) {
            if (window.grain() == key.grain() && book.holds(window, key.start())) {
                book.total(window, key.attribution()).add(delta);
            }
        }
        closing.changed(book, key);
    }

    private void index(Book book, PaneKey key) {
        book.parts.add(key.part());
        NavigableSet<Long> starts = book.starts(key.grain(), key.attribution());
        if (starts != null) {
            starts.add(key.start());
        }
        if (key.grain() == Grain.QUARTER_HOUR) {
            book.firstSeen = Math.min(book.firstSeen, key.start());
            latest = Math.max(latest, key.start());
        }
    }

    private boolean isKept(Grain grain, long start) {
        return asOf == Long.MIN_VALUE || start >= plan.keptSince(grain, asOf);
    }

    long latestEnd() {
        return latest == Long.MIN_VALUE ? latest : latest + Grain.QUARTER_HOUR.millis();
    }

    Book book(Scope scope) {
        return books.computeIfAbsent(
                scope,
                s -> new Book(
                        s, new LocalTime(definitions.zone(s), plan.interval().toMillis()), plan.windows()));
    }
}
