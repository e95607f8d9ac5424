package io.ringside.topology;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

import org.apache.kafka.streams.processor.api.RecordMetadata;

import io.ringside.core.contacts.Oddity;
import io.ringside.core.events.Reason;
import io.ringside.schemas.deadletters.DeadLetter;

/** Writes dead letters: what was refused, why, and where it came from. */
final class DeadLetters {
    private static final int KEY_SHOWN = 1 << 10;
    private static final int VALUE_SHOWN = 1 << 16;

    private DeadLetters() {}

    /** A letter for a whole record. */
    static DeadLetter ofRecord(
            String reason, String detail, long now, RecordMetadata origin, byte[] key, byte[] value) {
        return start(reason, detail, now, origin)
                .setKey(shown(key, KEY_SHOWN))
                .setValue(shown(value, VALUE_SHOWN))
                .setValueSize(value == null ? 0 : value.length)
                .build();
    }

    /** A letter for an event that does not fit its contact; the origin is the record that showed it. */
    static DeadLetter ofEvent(String contact, Oddity oddity, long now, RecordMetadata origin) {
        return start(oddity.refusal().reason().id(), oddity.refusal().detail(), now, origin)
                .setContactId(contact)
                .setEventId(oddity.event().id())
                .setValueSize(0)
                .build();
    }

    /**
     * A letter for an event that was taken, but not into all windows that it belongs to.
     *
     * @param event its id; empty where nothing but time passed
     */
    static DeadLetter ofLateEvent(String about, String event, String detail, long now, RecordMetadata origin) {
        return start(Reason.TOO_LATE.id(), detail, now, origin)
                .setContactId(about)
                .setEventId(event.isEmpty() ? null : event)
                .setValueSize(0)
                .build();
    }

    private static DeadLetter.Builder start(String reason, String detail, long now, RecordMetadata origin) {
        return DeadLetter.newBuilder()
                .setReason(reason)
                .setDetail(detail)
                .setRefusedAt(Instant.ofEpochMilli(now))
                .setTopic(origin.topic())
                .setPartition(origin.partition())
                .setOffset(origin.offset());
    }

    private static ByteBuffer shown(byte[] bytes, int most) {
        return bytes == null ? null : ByteBuffer.wrap(bytes.length <= most ? bytes : Arrays.copyOf(bytes, most));
    }
}
