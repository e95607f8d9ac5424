package io.ringside.local.torture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;

/**
 * Transactions that stand open in a partition while nobody will ever end them, as a broker that dies between two writes
 * may leave them. Whoever reads what is committed waits for them for good. Found and ended as {@code
 * kafka-transactions.sh} does.
 */
final class HangingTransactions {
    private static final Set<TransactionState> UNDER_WAY =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_COMMIT, TransactionState.PREPARE_ABORT);

    private final Map<String, Object> client;

    /** A transaction that stands open in a partition from an offset on. */
    record Open(TopicPartition at, long producer, short epoch, int coordinatorEpoch, long since) {
        static Open of(TopicPartition at, ProducerState state) {
            return new Open(
                    at,
                    state.producerId(),
                    (short) state.producerEpoch(),
                    state.coordinatorEpoch().orElse(0),
                    state.currentTransactionStartOffset().orElseThrow());
        }
    }

    HangingTransactions(Map<String, String> client) {
        this.client = Map.copyOf(client);
    }

    /** Those that hang now. What is only about to end may be among them: look again later. */
    Set<Open> look() throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            return hanging(admin);
        } catch (ExecutionException e) {
            throw new TortureFailed("cannot look for hanging transactions: " + e.getCause());
        }
    }

    /** Ends one. */
    void abort(Open open) throws InterruptedException {
        try (Admin admin = Admin.create(client)) {
            admin.abortTransaction(new AbortTransactionSpec(open.at, open.producer, open.epoch, open.coordinatorEpoch))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new TortureFailed("cannot end " + open + ": " + e.getCause());
        }
    }

    private static Set<Open> hanging(Admin admin) throws ExecutionException, InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        admin.describeTopics(topics).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(at -> partitions.add(new TopicPartition(name, at.partition()))));
        Map<TopicPartition, PartitionProducerState> states =
                admin.describeProducers(partitions).all().get();
        Set<Open> open = new HashSet<>();
        states.forEach((at, state) -> state.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .forEach(producer -> open.add(Open.of(at, producer))));
        Set<String> known = underWay(admin);
        open.removeIf(one -> known.contains(one.producer + " " + one.at));
        return open;
    }

    /** Which producers have which partitions in a transaction that a coordinator will see to. */
    private static Set<String> underWay(Admin admin) throws ExecutionException, InterruptedException {
        List<String> ids = admin.listTransactions().all().get().stream()
                .filter(listing -> UNDER_WAY.contains(listing.state()))
                .map(TransactionListing::transactionalId)
                .toList();
        return admin.describeTransactions(ids).all().get().values().stream()
                .flatMap(HangingTransactions::places)
                .collect(Collectors.toSet());
    }

    private static Stream<String> places(TransactionDescription transaction) {
        return transaction.topicPartitions().stream().map(at -> transaction.producerId() + " " + at);
    }
}
