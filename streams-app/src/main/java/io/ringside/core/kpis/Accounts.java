package io.ringside.core.kpis;

import java.util.function.BiConsumer;

import io.ringside.core.definitions.Scope;

/** Where accounts are kept: a port that the state stores implement. */
public interface Accounts {

    /**
     * What a scope has come to.
     *
     * @param firstSeen the first quarter of an hour in which anything was counted, epoch milliseconds
     * @param lastSeen the last one
     * @param closedFrom the moment from which on every window that closes was stated, epoch milliseconds; the largest long
     *     before the first closing
     * @param settled everything ever counted by outcome, but for the pages at hand
     */
    record Account(long firstSeen, long lastSeen, long closedFrom, Tally settled) {}

    void put(Scope scope, Account account);

    void forEach(BiConsumer<Scope, Account> action);
}
