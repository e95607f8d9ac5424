package io.ringside.topology;

import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;

/** An event on its way: what was sent, and when it gets there. */
record Sending(Instant arrives, Topic<? extends SpecificRecord> topic, String key, SpecificRecord event) {

    @SuppressWarnings("unchecked") // a topic and its event are put together by whoever makes one
    void to(Partitions center) {
        center.send((Topic<SpecificRecord>) topic, key, event);
    }
}
