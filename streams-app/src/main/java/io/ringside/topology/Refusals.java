package io.ringside.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

import io.ringside.core.contacts.Oddity;
import io.ringside.core.events.Reason;
import io.ringside.core.facts.Cause;
import io.ringside.core.kpis.Lateness.TooLate;
import io.ringside.schemas.deadletters.DeadLetter;

/** Sets aside what is not counted, or not everywhere: each with its reason, in the dead letters and in the metrics. */
final class Refusals {
    private final Way<DeadLetter> out;
    private final ProcessorContext<String, Object> context;
    private final Observer observer;

    Refusals(Way<DeadLetter> out, ProcessorContext<String, Object> context, Observer observer) {
        this.out = out;
        this.context = context;
        this.observer = observer;
    }

    /** A record that is no event of a contact or an agent. */
    void refuse(String reason, String detail, Record<byte[], byte[]> input, RecordMetadata origin) {
        observer.refused(reason);
        String key = origin.topic() + "-" + origin.partition() + "@" + origin.offset();
        out.send(
                context,
                key,
                DeadLetters.ofRecord(reason, detail, context.currentSystemTimeMs(), origin, input.key(), input.value()),
                input.timestamp());
    }

    /** An event that does not fit its contact. */
    void refuse(String contact, Oddity oddity, RecordMetadata origin, long timestamp) {
        observer.refused(oddity.refusal().reason().id());
        out.send(
                context,
                contact,
                DeadLetters.ofEvent(contact, oddity, context.currentSystemTimeMs(), origin),
                timestamp);
    }

    /**
     * An event that was taken, though not into all windows that it belongs to: some are kept no longer.
     *
     * @param about the contact or the agent
     * @param event its id; empty where nothing but time passed
     */
    void cameTooLate(String about, String event, TooLate tooLate, RecordMetadata origin, long timestamp) {
        tooLate.ofIntervals().forEach((cause, counts) -> observer.cameTooLate("interval", cause, counts));
        tooLate.ofDays().forEach((cause, counts) -> observer.cameTooLate("day", cause, counts));
        observer.refused(Reason.TOO_LATE.id());
        out.send(
                context,
                about,
                DeadLetters.ofLateEvent(about, event, inWords(tooLate), context.currentSystemTimeMs(), origin),
                timestamp);
    }

    private static String inWords(TooLate tooLate) {
        int causes =
                tooLate.ofIntervals().keySet().stream().mapToInt(Cause::bit).sum();
        String days = tooLate.ofDays().isEmpty()
                ? ""
                : ", in no day either: " + sum(tooLate.ofDays().values());
        return "counted, but intervals that it belongs to are kept no longer: counts that are in none: "
                + sum(tooLate.ofIntervals().values()) + days + " (" + Cause.text(causes) + ")";
    }

    private static int sum(Iterable<Integer> counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }
}
