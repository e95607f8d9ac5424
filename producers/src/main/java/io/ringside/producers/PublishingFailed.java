package io.ringside.producers;

import org.apache.kafka.common.KafkaException;

/** An event could not be handed to Kafka for good; what follows it must not be sent as if nothing had happened. */
public final class PublishingFailed extends KafkaException {
    private static final long serialVersionUID = 1;

    private PublishingFailed(String message, Throwable cause) {
        super(message, cause);
    }

    static PublishingFailed because(String what, Throwable cause) {
        return new PublishingFailed("%s: %s".formatted(what, cause.getMessage()), cause);
    }
}
