package io.ringside.schemas.confluent;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.TimeoutException;

import io.ringside.schemas.wire.RegistryException;
import io.ringside.schemas.wire.RegistryRefusedException;
import io.ringside.schemas.wire.RegistryUnreachableException;

/**
 * Finds the registry's part in a failure of Confluent's serde, which throws one exception for bad bytes and for a
 * registry that is down; only the causes tell them apart.
 */
final class RegistryTrouble {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private RegistryTrouble() {}

    /** Whether the registry answered, in its own API, that it has no such schema. */
    static boolean isUnknownSchema(Throwable failure) {
        return causes(failure)
                .filter(RestClientException.class::isInstance)
                .map(RestClientException.class::cast)
                .anyMatch(answer -> answer.getStatus() == NOT_FOUND && answer.getErrorCode() / 100 == NOT_FOUND);
    }

    /** What the registry has to do with a failure; empty if nothing. */
    static Optional<RegistryException> in(Throwable failure) {
        return causes(failure)
                .map(RegistryTrouble::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<RegistryException> of(Throwable cause) {
        if (cause instanceof RestClientException answer) {
            return Optional.of(of(answer));
        }
        if (cause instanceof InvalidConfigurationException) {
            return Optional.of(new RegistryRefusedException(0, "Schema registry refused: " + cause.getMessage()));
        }
        boolean network = cause instanceof TimeoutException || (cause instanceof IOException && !ofBytes(cause));
        return network
                ? Optional.of(new RegistryUnreachableException("Schema registry cannot be reached: " + cause, cause))
                : Optional.empty();
    }

    private static RegistryException of(RestClientException answer) {
        boolean temporary = answer.getStatus() >= SERVER_ERRORS || answer.getStatus() == TOO_MANY_REQUESTS;
        return temporary
                ? new RegistryUnreachableException("Schema registry is not in order: " + answer.getMessage(), answer)
                : new RegistryRefusedException(answer.getStatus(), "Schema registry refused: " + answer.getMessage());
    }

    /** The two that Avro throws for bytes; any other comes from the network. */
    private static boolean ofBytes(Throwable cause) {
        return cause instanceof EOFException || cause instanceof InvalidNumberEncodingException;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
