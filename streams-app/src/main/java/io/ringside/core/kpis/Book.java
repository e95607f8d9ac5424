package io.ringside.core.kpis;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Attribution;

/** What a ledger keeps at hand of one scope: its recent pages, what is open now, and what is yet to be stated. */
final class Book {
    private static final long QUARTER = Grain.QUARTER_HOUR.millis();

    final Scope scope;
    final LocalTime time;

    /** Whether contacts queue here, so that those who come, leave and wait must agree. */
    final boolean hasBooks;

    /** The recent quarters of an hour, by their first moment. */
    final Timeline<Page> pages = new Timeline<>();

    /** All that was ever counted by outcome, but for the recent pages. */
    Tally settled = new Tally();

    /** The first and the last quarter of an hour that anything was counted in. */
    long firstSeen = Long.MAX_VALUE;

    long lastSeen = Long.MIN_VALUE;

    /** From when on every window that closes was stated; the largest long before the first closing. */
    long closedFrom = Long.MAX_VALUE;

    /** Whether anything has changed since it was stated last. */
    boolean changed;

    /** Whether what is open has changed since it was stated last. */
    boolean liveChanged;

    /** Which of the open windows have changed since they were stated last: two bits each, one an attribution. */
    int unstated;

    /** Whether what its windows are judged by has changed since they were stated last. */
    boolean judgedAnew;

    /** Where the windows stood when they were looked at last; null before the first time. */
    Positions positions;

    /** When time alone changes a window next. */
    long dueAt = Long.MAX_VALUE;

    /** The last quarter of an hour that may have been folded. */
    private long lastFolded = Long.MIN_VALUE;

    /** Whether it is open. */
    final Opening opening;

    private Inventory inventory;

    Book(Scope scope, LocalTime time, Opening opening) {
        this.scope = scope;
        this.time = time;
        this.hasBooks = scope.kind() != Scope.Kind.AGENT
                && scope.kind() != Scope.Kind.TEAM
                && scope.channel().filter(Channel.TICKET::equals).isEmpty();
        this.opening = opening;
    }

    /** What is open; most agents never have anything. */
    Inventory inventory() {
        if (inventory == null) {
            inventory = new Inventory();
        }
        return inventory;
    }

    Live live() {
        return inventory == null ? Live.NOTHING : inventory.live();
    }

    boolean hasWaiting() {
        return inventory != null && inventory.hasWaiting();
    }

    /** Nobody misses the empty windows of an agent; those of all others show that nothing is going on. */
    boolean isShownEmpty() {
        return scope.kind() != Scope.Kind.AGENT;
    }

    Accounts.Account account() {
        return new Accounts.Account(firstSeen, lastSeen, closedFrom, settled);
    }

    void seen(long quarter) {
        firstSeen = Math.min(firstSeen, quarter);
        lastSeen = Math.max(lastSeen, quarter);
    }

    void folded(long quarter) {
        lastFolded = Math.max(lastFolded, quarter);
    }

    /** Whether something of a quarter of an hour, or of a later one, was folded before. */
    boolean hasFolded(long quarter) {
        return quarter <= lastFolded;
    }

    /** The recent counts from one moment to before another. */
    Tally recent(Attribution attribution, long from, long to) {
        Tally sum = new Tally();
        addRecent(sum, attribution, from, to);
        return sum;
    }

    void addRecent(Tally sum, Attribution attribution, long from, long to) {
        for (int i = pages.from(quarterOf(from)); i < pages.size() && pages.moment(i) < to; i++) {
            long start = pages.moment(i);
            if (from <= start && to >= start + QUARTER) {
                pages.value(i).addTo(sum, attribution);
            } else {
                pages.value(i).addTo(sum, attribution, slot(from - start), slot(to - start));
            }
        }
    }

    /** The first moment from one on at which anything was counted, among the recent; the largest long if none is. */
    long firstFrom(Attribution attribution, long from) {
        for (int i = pages.from(quarterOf(from)); i < pages.size(); i++) {
            long start = pages.moment(i);
            int slot = pages.value(i).firstSlot(attribution, slot(from - start));
            if (slot >= 0) {
                return start + slot * Page.SLOT;
            }
        }
        return Long.MAX_VALUE;
    }

    static long quarterOf(long at) {
        return Math.floorDiv(at, QUARTER) * QUARTER;
    }

    private static int slot(long sinceStart) {
        return (int) (Math.max(0, Math.min(QUARTER, sinceStart)) / Page.SLOT);
    }
}
