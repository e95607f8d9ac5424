package io.ringside.proof;

import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;

/** An event on its way: what was sent, and when it gets there. */
public record Sending(Instant arrives, Topic<? extends SpecificRecord> topic, String key, SpecificRecord event) {}
