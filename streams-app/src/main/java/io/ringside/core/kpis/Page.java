package io.ringside.core.kpis;

import java.util.Arrays;

import io.ringside.core.facts.Attribution;

/**
 * What was counted in a scope within a stretch of time, both by outcome and by arrival: a tally for each slot of it in
 * which anything was. The page of a quarter of an hour has slots of ten seconds as long as rolling windows need them;
 * folded, a page has one slot. Besides, how many waited at its first moment. A page belongs to one thread.
 */
public final class Page {
    /** The length of a slot of a quarter of an hour, in milliseconds. */
    static final long SLOT = Grain.TEN_SECONDS.millis();

    private static final int SLOTS = 128;
    private static final int CACHES_FROM = 8;
    private static final Attribution[] ATTRIBUTIONS = Attribution.values();
    private static final short[] NO_CODES = {};
    private static final PackedTally[] NO_TALLIES = {};
    private static final Tally[] NO_WHOLES = {};

    /** Attribution and slot, rising; and the tally of each. */
    private short[] codes = NO_CODES;

    private PackedTally[] tallies = NO_TALLIES;
    private int size;

    /** How many visits waited at the first moment. */
    private long level;

    /** What came less what left by outcome, once it was asked for. */
    private long net;

    private boolean netIsKnown;

    /** The sums over all slots by attribution, once they are asked for of a page with many slots. */
    private Tally[] wholes = NO_WHOLES;

    /** Adds to a slot. */
    void add(Attribution attribution, int slot, PackedTally delta) {
        if (delta.isZero()) {
            return;
        }
        int at = find(attribution, slot);
        if (at < 0) {
            insert(-at - 1, code(attribution, slot), delta);
        } else {
            tallies[at] = tallies[at].plus(delta);
            if (tallies[at].isZero()) {
                remove(at);
            }
        }
        if (wholes.length > 0) {
            wholes[order(attribution)].add(delta);
        }
        netIsKnown = false;
    }

    boolean isEmpty() {
        return size == 0 && level == 0;
    }

    void addLevel(long more) {
        level += more;
    }

    /** How many visits waited at the first moment. */
    public long level() {
        return level;
    }

    /** How many visits came within the page less those that left. */
    long net() {
        if (!netIsKnown) {
            net = Books.net(size > CACHES_FROM ? whole(Attribution.OUTCOME) : sum(Attribution.OUTCOME));
            netIsKnown = true;
        }
        return net;
    }

    /** Adds all slots to a sum. */
    void addTo(Tally sum, Attribution attribution) {
        if (size > CACHES_FROM) {
            sum.add(whole(attribution));
        } else {
            addTo(sum, attribution, 0, SLOTS);
        }
    }

    /** Adds all slots to a sum, and has nobody ask for them again. */
    void foldTo(Tally sum, Attribution attribution) {
        if (wholes.length > 0) {
            sum.add(wholes[order(attribution)]);
        } else {
            addTo(sum, attribution, 0, SLOTS);
        }
    }

    private Tally whole(Attribution attribution) {
        if (wholes.length == 0) {
            wholes = new Tally[] {sum(ATTRIBUTIONS[0]), sum(ATTRIBUTIONS[1])};
        }
        return wholes[order(attribution)];
    }

    private Tally sum(Attribution attribution) {
        Tally sum = new Tally();
        addTo(sum, attribution, 0, SLOTS);
        return sum;
    }

    /** Adds the slots from one to before another to a sum. */
    void addTo(Tally sum, Attribution attribution, int from, int to) {
        for (int at = from(attribution, from); at < size && codes[at] < code(attribution, to); at++) {
            sum.add(tallies[at]);
        }
    }

    /** The first slot from one on in which anything was counted; −1 where there is none. */
    int firstSlot(Attribution attribution, int from) {
        int at = from(attribution, from);
        return at < size && codes[at] < code(attribution, SLOTS) ? codes[at] - code(attribution, 0) : -1;
    }

    /** Adds all that another page comes to, to the first slot. */
    void add(Folded more) {
        add(Attribution.OUTCOME, 0, more.byOutcome());
        add(Attribution.ARRIVAL, 0, more.byArrival());
        level += more.level();
    }

    /** What a page with a single slot comes to. */
    Folded folded() {
        return new Folded(first(Attribution.OUTCOME), first(Attribution.ARRIVAL), level);
    }

    private PackedTally first(Attribution attribution) {
        int at = find(attribution, 0);
        return at < 0 ? PackedTally.ZERO : tallies[at];
    }

    /** The number of slots that are not zero, over both attributions; for storage. */
    public int size() {
        return size;
    }

    /** The i-th slot that is not zero, with its attribution, as a number that rises; for storage. */
    public int codeAt(int i) {
        return codes[i];
    }

    /** The tally of the i-th slot; for storage. */
    public PackedTally tallyAt(int i) {
        return tallies[i];
    }

    /** A page as it was stored; takes the arrays over. */
    public static Page ofSlots(short[] codes, PackedTally[] tallies, long level) {
        Page page = new Page();
        page.level = level;
        page.codes = codes;
        page.tallies = tallies;
        page.size = codes.length;
        return page;
    }

    private int from(Attribution attribution, int slot) {
        int at = find(attribution, slot);
        return at < 0 ? -at - 1 : at;
    }

    private int find(Attribution attribution, int slot) {
        return Arrays.binarySearch(codes, 0, size, (short) code(attribution, slot));
    }

    private static int code(Attribution attribution, int slot) {
        return order(attribution) * SLOTS + slot;
    }

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; Attribution says so
    private static int order(Attribution attribution) {
        return attribution.ordinal();
    }

    private void insert(int at, int code, PackedTally tally) {
        if (size == codes.length) {
            int capacity = size == 0 ? 2 : size + (size >> 1) + 1;
            codes = Arrays.copyOf(codes, capacity);
            tallies = Arrays.copyOf(tallies, capacity);
        }
        System.arraycopy(codes, at, codes, at + 1, size - at);
        System.arraycopy(tallies, at, tallies, at + 1, size - at);
        codes[at] = (short) code;
        tallies[at] = tally;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(codes, at + 1, codes, at, size - at - 1);
        System.arraycopy(tallies, at + 1, tallies, at, size - at - 1);
        size--;
        tallies[size] = null;
    }
}
