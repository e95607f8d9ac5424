package io.ringside.schemas.wire;

import org.apache.kafka.common.KafkaException;

/** The schema registry gave no schema and no id. Says nothing about the record at hand: it is never a dead letter. */
public abstract sealed class RegistryException extends KafkaException
        permits RegistryUnreachableException, RegistryRefusedException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
