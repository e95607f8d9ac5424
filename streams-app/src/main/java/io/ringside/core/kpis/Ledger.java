package io.ringside.core.kpis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Measure;

/**
 * Keeps the tallies of scopes over time, and reads windows off them. Recent quarters of an hour are pages at hand, with
 * slots of ten seconds; what is older is folded into quarters of an hour, days and a total. What a longer window shows
 * is what was folded into it and what is still at hand.
 *
 * <p>Batches are added; {@link #advance} moves the windows on and states what changed. One ledger belongs to one task.
 * Moments are epoch milliseconds.
 */
public final class Ledger {
    private static final long QUARTER = Grain.QUARTER_HOUR.millis();

    private final Stores stores;
    private final Definitions definitions;
    private final WindowPlan plan;
    private final OpenWindows open;
    private final Closing closing;
    private final Periods periods;
    private final Archive archive;
    private final Folding folding;
    private final Bookkeeping bookkeeping;
    private final Map<Scope, Book> books = new HashMap<>();
    private final Map<Zones, LocalTime> times = new HashMap<>();
    private long asOf = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private long foldedUntil = Long.MIN_VALUE;

    /** The settings in force when windows were stated last; empty before the first time. */
    private String judgedBy = "";

    private Set<Duration> limits = Set.of();

    /**
     * What a ledger rests on.
     *
     * @param recent the pages of recent quarters of an hour
     * @param kept the folded pages of older ones, and those of days
     */
    public record Stores(Pages recent, Pages kept, Accounts accounts, Stocks stocks, Closing.Memory closing) {}

    /** Opens the ledger on what the stores hold. */
    public Ledger(Stores stores, Definitions definitions, WindowPlan plan) {
        this.stores = stores;
        this.definitions = definitions;
        this.plan = plan;
        this.bookkeeping = new Bookkeeping(this, plan);
        this.open = new OpenWindows(this, plan);
        this.periods = new Periods(stores.kept(), plan);
        this.archive = new Archive(stores.kept(), plan, periods);
        this.closing = new Closing(this, stores.closing(), plan, periods);
        this.folding = new Folding(closing, archive, stores.accounts());
        stores.accounts().forEach((scope, account) -> {
            Book book = book(scope);
            book.settled = account.settled();
            book.closedFrom = account.closedFrom();
            seen(book, account.firstSeen());
            seen(book, account.lastSeen());
            book.folded(account.lastSeen());
        });
        stores.recent().forEach((key, page) -> {
            book(key.scope()).pages.at(key.start(), start -> page);
            seen(book(key.scope()), key.start());
        });
        stores.stocks().forEach((key, count) -> book(key.scope()).inventory().set(key, count));
        books.values().forEach(open::restored);
    }

    /** Adds what was counted. Most panes running lie on the same page. */
    public void add(Batch batch) {
        Book book = book(batch.scope());
        long quarter = Long.MIN_VALUE;
        Page page = null;
        for (Batch.Pane pane : batch.panes()) {
            closing.changes(book, pane.attribution(), pane.start(), pane.causes());
            if (page == null || pane.start() < quarter || pane.start() >= quarter + QUARTER) {
                quarter = Book.quarterOf(pane.start());
                seen(book, quarter);
                page = plan.isRecent(quarter, asOf) ? atHand(book, quarter) : null;
            }
            if (page == null) {
                folding.late(book, quarter, Folded.of(pane.attribution(), pane.tally()), asOf);
            } else {
                page.add(pane.attribution(), (int) ((pane.start() - quarter) / Page.SLOT), pane.tally());
            }
            open.changed(book, pane.attribution(), pane.start());
        }
        batch.levels().forEach(level -> add(book, level));
        for (Batch.Stock stock : batch.stocks()) {
            Stocks.Key key = new Stocks.Key(book.scope, 0, stock.measure(), stock.since());
            setOpen(book, key, book.inventory().count(key) + stock.count());
        }
    }

    /** How many waited at a moment is in the books of the windows that begin there, and of those that end there. */
    private void add(Book book, Batch.Level level) {
        closing.changes(book, Attribution.OUTCOME, level.at() - 1, level.causes());
        closing.changes(book, Attribution.OUTCOME, level.at(), level.causes());
        seen(book, level.at());
        if (plan.isRecent(level.at(), asOf)) {
            atHand(book, level.at()).addLevel(level.count());
        } else {
            folding.late(book, level.at(), Folded.ofLevel(level.count()), asOf);
        }
        open.changed(book, Attribution.OUTCOME, level.at() - 1);
        open.changed(book, Attribution.OUTCOME, level.at());
    }

    /** A page that is about to change. One that becomes empty stays until it is folded: what was stated of it is yet to be unstated. */
    private Page atHand(Book book, long quarter) {
        Page page = book.pages.at(quarter, start -> new Page());
        stores.recent().put(new PageKey(book.scope, Grain.QUARTER_HOUR, quarter), page);
        return page;
    }

    /** Adds what a part counted, and replaces what it says is open now. */
    public void add(Partial partial) {
        add(partial.counts());
        Book book = book(partial.counts().scope());
        int part = partial.part();
        Live live = partial.live();
        book.inventory().keys(book.scope, part).forEach(key -> setOpen(book, key, 0));
        setOpen(book, part, Measure.WAITING, live.waiting());
        setOpen(book, part, Measure.UNANSWERED, live.unanswered());
        setOpen(book, part, Measure.BACKLOG, live.backlog());
    }

    private void setOpen(Book book, int part, Measure measure, Live.Stock stock) {
        stock.oldestSince()
                .ifPresent(since -> setOpen(book, new Stocks.Key(book.scope, part, measure, since), stock.count()));
    }

    private void setOpen(Book book, Stocks.Key key, long count) {
        book.inventory().set(key, count);
        book.liveChanged = true;
        open.changed(book);
        stores.stocks().put(key, count);
    }

    /** What is open now in a scope. */
    public Live live(Scope scope) {
        Book book = books.get(scope);
        return book == null ? Live.NOTHING : book.live();
    }

    /** Everything ever counted in a scope, by outcome. */
    public Tally totals(Scope scope) {
        Book book = book(scope);
        Tally totals = book.settled.copy();
        for (int i = 0; i < book.pages.size(); i++) {
            book.pages.value(i).addTo(totals, Attribution.OUTCOME);
        }
        return totals;
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
     * Moves time on: windows move on and close, and what changed is stated.
     *
     * @param until everything that happened before is in
     * @param last whether nothing follows, and every window closes
     * @param changed told of each scope that changed, before its windows are stated
     */
    public void advance(long until, boolean last, Consumer<Scope> changed, Consumer<WindowTally> out) {
        if (asOf == Long.MIN_VALUE) {
            periods.followPlan(this, stores.closing());
        }
        asOf = Math.max(asOf, until);
        judgeAnew();
        foldWhatIsOld();
        open.state(asOf, changed, out);
        closing.close(
                last ? Math.max(asOf, latestEnd()) : asOf - plan.closeAfter().toMillis(), last, out);
        closing.forget(asOf, stores.kept());
    }

    /**
     * Shows how all scopes stood when the ledger was closed, without moving on: all is stated again when time does.
     *
     * @param until the moment up to which everything was in
     */
    public void show(long until, Consumer<Scope> changed, Consumer<WindowTally> out) {
        asOf = until;
        open.state(asOf, changed, out);
        books.values().forEach(open::restored);
    }

    /**
     * When settings change, every open window is judged anew, be it that nothing changes in it. And when a limit becomes known that may hold one
     * day, all scopes are told of anew: it becomes a bucket of histograms, which add up only if all have the same.
     */
    private void judgeAnew() {
        String inForce = definitions.version(asOf - 1);
        if (!inForce.equals(judgedBy) || !definitions.limits().equals(limits)) {
            judgedBy = inForce;
            limits = definitions.limits();
            books.values().forEach(open::judgedAnew);
        }
    }

    /** Once a quarter of an hour, pages that no rolling window needs any more leave. */
    private void foldWhatIsOld() {
        if (Book.quarterOf(asOf) == foldedUntil) {
            return;
        }
        foldedUntil = Book.quarterOf(asOf);
        books.values().forEach(this::foldWhatIsOld);
    }

    private void foldWhatIsOld(Book book) {
        int old = 0;
        for (; old < book.pages.size() && !plan.isRecent(book.pages.moment(old), asOf); old++) {
            stores.recent().remove(new PageKey(book.scope, Grain.QUARTER_HOUR, book.pages.moment(old)));
            open.folded(book, book.pages.moment(old));
        }
        if (old > 0) {
            folding.old(book, old, asOf);
            book.pages.removeFirst(old);
        }
    }

    /** The tally of a local day. */
    Tally day(Book book, Attribution attribution, long start) {
        Tally sum = new Tally();
        archive.addTo(sum, book, Grain.DAY, start, attribution);
        book.addRecent(sum, attribution, start, book.time.dayAfter(start));
        return sum;
    }

    /** The tally of the week, month or quarter that starts at a moment. */
    Tally period(Book book, Attribution attribution, Period period, long start) {
        return periods.tally(book, attribution, period, start, closing.closedUntil());
    }

    /** The tally of the quarters of an hour from {@code start} to before {@code end}. */
    Tally quarters(Book book, Attribution attribution, long start, long end) {
        Tally sum = book.recent(attribution, start, end);
        for (long quarter = start; quarter < end; quarter += QUARTER) {
            boolean folded = asOf == Long.MIN_VALUE || !plan.isRecent(quarter, asOf);
            if (folded && quarter >= book.firstSeen && quarter <= book.lastSeen) {
                archive.addTo(sum, book, Grain.QUARTER_HOUR, quarter, attribution);
            }
        }
        return sum;
    }

    /** How many waited at a full quarter of an hour that is past. */
    long level(Book book, long quarter) {
        int at = book.pages.at(quarter);
        long recent = at < 0 ? 0 : book.pages.value(at).level();
        // After a restart, what comes in before time is known again lies at hand, beside what was folded before.
        boolean folded = asOf == Long.MIN_VALUE || !plan.isRecent(quarter, asOf);
        return folded ? recent + archive.level(book, quarter) : recent;
    }

    /** Every moment before is past, for all that is counted. */
    long pastUntil() {
        return Math.max(asOf, closing.closedUntil());
    }

    Bookkeeping bookkeeping() {
        return bookkeeping;
    }

    /** Keeps what a scope has come to. */
    void keep(Book book) {
        stores.accounts().put(book.scope, book.account());
    }

    Iterable<Book> books() {
        return books.values();
    }

    private void seen(Book book, long quarter) {
        book.seen(quarter);
        latest = Math.max(latest, quarter);
    }

    long latestEnd() {
        return latest == Long.MIN_VALUE ? latest : latest + QUARTER;
    }

    Book book(Scope scope) {
        return books.computeIfAbsent(
                scope,
                s -> new Book(
                        s,
                        times.computeIfAbsent(
                                definitions.zones(s),
                                zones -> new LocalTime(zones, plan.interval().toMillis(), plan.weekStart())),
                        new Opening(definitions.hours(s))));
    }
}
