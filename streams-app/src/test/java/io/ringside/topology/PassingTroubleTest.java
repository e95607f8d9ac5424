package io.ringside.topology;

import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ringside.schemas.wire.RegistryUnreachableException;

import static org.assertj.core.api.Assertions.assertThat;

final class PassingTroubleTest {
    static Stream<Throwable> passing() {
        return Stream.of(
                new RegistryUnreachableException("connection refused", new IllegalStateException()),
                new TimeoutException("60 s have passed"),
                new NotEnoughReplicasException("1 of 2"),
                new ProducerFencedException("a newer one"),
                new InvalidProducerEpochException("an old one"),
                new UnknownProducerIdException("forgotten"),
                new TransactionAbortableException("start over"),
                new InvalidTxnStateException("over already"),
                new MissingSourceTopicException("calls"),
                spoiled(new KafkaException("It isn't safe to continue")),
                spoiled(new IllegalStateException("the previous call timed out and must be retried")));
    }

    static Stream<Throwable> lasting() {
        return Stream.of(
                new IllegalStateException("of ours"),
                new NullPointerException(),
                new OutOfMemoryError(),
                new KafkaException("not of a producer"),
                new ConfigException("wrong"),
                new SerializationException("impossible"),
                new RecordTooLargeException("2 MB"),
                new SaslAuthenticationException("wrong password"),
                new TopicAuthorizationException("not allowed"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesIsKnownHoweverDeepItLies(Throwable cause) {
        assertThat(PassingTrouble.in(wrapped(cause))).containsSame(cause);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void aDefectIsNotWaitedFor(Throwable cause) {
        assertThat(PassingTrouble.in(wrapped(cause))).isEmpty();
    }

    @Test
    void theFirstCauseOfAPassingKindIsTold() {
        TimeoutException first = new TimeoutException("Expiring 5 records");

        assertThat(PassingTrouble.in(wrapped(new TransactionAbortableException("aborted", first))))
                .containsSame(first);
    }

    private static Throwable wrapped(Throwable cause) {
        return new StreamsException("in a task", new KafkaException("in an error state", cause));
    }

    /** As if a producer had thrown it. */
    private static <T extends Throwable> T spoiled(T error) {
        error.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(KafkaProducer.class.getName(), "commitTransaction", "KafkaProducer.java", 1)
        });
        return error;
    }
}
