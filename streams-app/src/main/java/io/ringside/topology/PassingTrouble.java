package io.ringside.topology;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.errors.TaskMigratedException;

import io.ringside.schemas.wire.RegistryUnreachableException;

/**
 * Tells trouble that passes from defects. It passes when a broker or the registry does not answer, and when Kafka no longer takes a producer or
 * consumer that was silent for too long: what was not committed is read again by the next thread, so nothing is lost or counted twice. A broker
 * that has just come back may for a moment not know of its own topics; as the app has made sure of them before, that passes too.
 */
final class PassingTrouble {
    private static final List<Class<? extends Exception>> KINDS = List.of(
            RegistryUnreachableException.class,
            RetriableException.class,
            ApplicationRecoverableException.class,
            OutOfOrderSequenceException.class,
            TransactionAbortableException.class,
            TransactionAbortedException.class,
            InvalidTxnStateException.class,
            CommitFailedException.class,
            RebalanceInProgressException.class,
            MissingSourceTopicException.class,
            TaskMigratedException.class,
            TaskCorruptedException.class);

    private static final String PRODUCER = "org.apache.kafka.clients.producer.";

    private PassingTrouble() {}

    /** What of all that stopped a thread says best why, if it passes: the first cause that is of a passing kind. */
    static Optional<Throwable> in(Throwable error) {
        Optional<Throwable> passing = Optional.empty();
        Throwable first = error;
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            passing = isOfPassingKind(cause) ? Optional.of(cause) : passing;
            first = cause;
        }
        return passing.isEmpty() && isSpoiledProducer(first) ? Optional.of(first) : passing;
    }

    private static boolean isOfPassingKind(Throwable cause) {
        return KINDS.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    /**
     * A producer that lost its way in a transaction says so by an exception without a kind of its own; a new one begins anew. What the broker
     * refuses has a kind.
     */
    private static boolean isSpoiledProducer(Throwable first) {
        boolean unkind = first.getClass() == KafkaException.class || first.getClass() == IllegalStateException.class;
        return unkind
                && first.getStackTrace().length > 0
                && first.getStackTrace()[0].getClassName().startsWith(PRODUCER);
    }
}
