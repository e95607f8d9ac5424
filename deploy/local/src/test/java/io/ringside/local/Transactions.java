package io.ringside.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;

/** What a broker holds open for an app: its transactions and its place in its group. */
final class Transactions implements AutoCloseable {
    private final Admin admin;

    Transactions(Map<String, String> client) {
        admin = Admin.create(Map.copyOf(client));
    }

    boolean areOpen() throws ExecutionException, InterruptedException {
        return areAny(TransactionState.ONGOING);
    }

    /** Whether one has been decided on, and the partitions in it are being told. */
    boolean areEnding() throws ExecutionException, InterruptedException {
        return areAny(TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);
    }

    private boolean areAny(TransactionState... states) throws ExecutionException, InterruptedException {
        ListTransactionsOptions asked = new ListTransactionsOptions().filterStates(Set.of(states));
        return !admin.listTransactions(asked).all().get().isEmpty();
    }

    boolean hasMembers(String group) throws ExecutionException, InterruptedException {
        return !admin.describeConsumerGroups(List.of(group))
                .all()
                .get()
                .get(group)
                .members()
                .isEmpty();
    }

    @Override
    public void close() {
        admin.close();
    }
}
