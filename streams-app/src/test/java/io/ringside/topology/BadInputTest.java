package io.ringside.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Definitions;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;

import static io.ringside.schemas.events.CallEventType.ABANDONED;
import static io.ringside.schemas.events.CallEventType.ANSWERED;
import static io.ringside.schemas.events.CallEventType.COMPLAINED;
import static io.ringside.schemas.events.CallEventType.ENQUEUED;
import static io.ringside.schemas.events.CallEventType.FLOWED_OUT;
import static io.ringside.schemas.events.CallEventType.TALK_ENDED;
import static io.ringside.schemas.events.CallEventType.UNKNOWN;
import static io.ringside.schemas.events.CallEventType.WRAPPED_UP;
import static io.ringside.topology.Center.NINE;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Whatever a source sends, the stream lives on: bad input is set aside with its reason, and changes nothing else. */
final class BadInputTest {
    private static final Definitions DEFINITIONS = Configuration.parse("""
                    queues: {sales: {serviceLevel: {threshold: 20s}}}
                    targets: {service_level: 80%}
                    """).definitions();

    /** What a bad record is, and the reason it must be refused with. */
    private record Bad(String what, String reason, Consumer<Center> send) {}

    private static List<Bad> notDecodable() {
        return List.of(
                new Bad("text", "no_magic_byte", raw("good morning".getBytes(StandardCharsets.UTF_8))),
                new Bad("an empty value", "no_magic_byte", raw(new byte[0])),
                new Bad("no value", "no_value", raw(null)),
                new Bad("a value of 10 MB", "too_large", raw(new byte[10 << 20])),
                new Bad("an unknown schema id", "unknown_schema", raw(new byte[] {0, 0, 0, 3, (byte) 0xe7, 2, 'x'})),
                new Bad("half a record", "truncated", center -> {
                    byte[] whole = center.bytes(Topics.CALLS, Calls.enqueued("odd", "sales", NINE));
                    center.sendBytes(Topics.CALLS, "odd", Arrays.copyOf(whole, whole.length / 2));
                }),
                new Bad("a schema without the contact", "incompatible_schema", center -> {
                    Schema schema = SchemaBuilder.record("CallEvent")
                            .namespace("io.ringside.schemas.events")
                            .fields()
                            .requiredString("eventId")
                            .endRecord();
                    center.sendBytes(Topics.CALLS, "odd", framed(center.register(schema), new byte[] {4, 'e', '1'}));
                }),
                new Bad(
                        "another record's schema",
                        "incompatible_schema",
                        center -> center.sendBytes(
                                Topics.CALLS,
                                "odd",
                                center.bytes(Topics.HEARTBEATS, new Heartbeat(NINE, "test", true, null)))));
    }

    private static List<Bad> refusedBeforeTheFold() {
        return List.of(
                new Bad("no queue to wait in", "missing_field", call(event(ENQUEUED, NINE))),
                new Bad("no agent who answers", "missing_field", call(event(ANSWERED, NINE))),
                new Bad("no reason to flow out", "missing_field", call(event(FLOWED_OUT, NINE))),
                new Bad(
                        "an empty contact id",
                        "missing_field",
                        center -> center.send(Topics.CALLS, "", Calls.enqueued("", "sales", NINE))),
                new Bad("an unknown type", "unknown_symbol", call(event(UNKNOWN, NINE))),
                new Bad(
                        "an unknown reason to flow out",
                        "unknown_symbol",
                        call(event(FLOWED_OUT, NINE).setFlowOutReason(FlowOutReason.UNKNOWN))),
                new Bad(
                        "a queue name of 10,000 characters",
                        "name_too_long",
                        call(event(ENQUEUED, NINE).setQueue("q".repeat(10_000)))),
                new Bad("two years ago", "too_old", call(queued(NINE.minus(Duration.ofDays(730))))),
                new Bad("before time began", "too_old", call(queued(Instant.ofEpochMilli(Long.MIN_VALUE)))),
                new Bad("in two years", "in_the_future", call(queued(NINE.plus(Duration.ofDays(730))))),
                new Bad("at the end of time", "in_the_future", call(queued(Instant.ofEpochMilli(Long.MAX_VALUE)))),
                new Bad(
                        "another contact's key",
                        "wrong_key",
                        center -> center.send(Topics.CALLS, "someone else", Calls.enqueued("odd", "sales", NINE))),
                new Bad(
                        "no key",
                        "wrong_key",
                        center -> center.send(Topics.CALLS, null, Calls.enqueued("odd", "sales", NINE))),
                new Bad(
                        "a rating beyond its scale",
                        "impossible_value",
                        center -> center.send(
                                Topics.SURVEYS,
                                "odd",
                                survey("odd")
                                        .setType(SurveyEventType.ANSWERED)
                                        .setCsat(7)
                                        .build())));
    }

    /** What comes of one contact in turn, the last event being bad; moments are seconds after it was first heard of. */
    private record Odd(String reason, List<CallEvent.Builder> events) {}

    private static final Map<String, Odd> NOT_FITTING = Map.ofEntries(
            entry("answered before queued", odd("left_before_enqueued", queued(0), answered(-5))),
            entry("abandoned before queued", odd("left_before_enqueued", queued(0), of(ABANDONED, -5))),
            entry("queued twice", odd("second_enqueue", queued(0), queued(3))),
            entry("a second answer", odd("second_answer", queued(0), answered(10), answered(12))),
            entry("abandoned after the answer", odd("already_left", queued(0), answered(10), of(ABANDONED, 12))),
            entry("answered after it was abandoned", odd("already_left", queued(0), of(ABANDONED, 9), answered(12))),
            entry(
                    "the talk ends before it begins",
                    odd("negative_duration", queued(0), answered(4), of(TALK_ENDED, 1))),
            entry("wrapped up before the answer", odd("negative_duration", queued(0), answered(4), of(WRAPPED_UP, 1))),
            entry(
                    "the talk ends twice",
                    odd("second_end", queued(0), answered(4), of(TALK_ENDED, 50), of(TALK_ENDED, 60))),
            entry(
                    "wrapped up twice",
                    odd("second_end", queued(0), answered(4), of(TALK_ENDED, 5), of(WRAPPED_UP, 6), of(WRAPPED_UP, 9))),
            entry("waited for three days", odd("absurd_duration", queued(-3 * 86_400), answered(0))),
            entry("an end whose start never comes", odd("end_without_start", of(TALK_ENDED, 1))),
            entry("an answer to nobody", odd("end_without_start", answered(1))),
            entry("a complaint of nobody", odd("end_without_start", of(COMPLAINED, 1))));

    private static Odd odd(String reason, CallEvent.Builder... events) {
        return new Odd(reason, List.of(events));
    }

    @Test
    void whatIsNoEventIsSetAsideInItsTurnAndChangesNothingElse() {
        List<Bad> bad = new ArrayList<>(notDecodable());
        bad.addAll(refusedBeforeTheFold());
        List<String> reasons = bad.stream().map(Bad::reason).toList();

        Outcome disturbed = play(center -> bad.forEach(record -> record.send.accept(center)));

        assertThat(disturbed.letters).extracting(DeadLetter::getReason).containsExactlyElementsOf(reasons);
        assertThat(disturbed.letters)
                .allSatisfy(
                        letter -> assertThat(letter.getDetail()).isNotBlank().hasSizeLessThan(500));
        assertThat(disturbed.refused).containsExactlyElementsOf(reasons);
        Outcome undisturbed = play(center -> {});
        assertThat(undisturbed.letters).isEmpty();
        assertSame(disturbed.written, undisturbed.written);
    }

    @Test
    void aRecordWithoutATimestampTakesThatOfThoseBefore() {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>("calls", 0, 0, null, null);

        assertThat(ContactCenterTopology.timestamp(record, 5_000)).isEqualTo(5_000);
        assertThat(ContactCenterTopology.timestamp(record, -1)).isZero();
    }

    @Test
    void whatDoesNotFitItsContactIsSetAsideOnceAndChangesNothingElse() {
        Outcome disturbed = play(center -> sendOdd(center, 0));
        Outcome undisturbed = play(center -> sendOdd(center, 1));

        Map<String, String> reasons = new HashMap<>();
        NOT_FITTING.forEach((what, odd) -> reasons.put(what, odd.reason));
        assertThat(disturbed.letters).hasSameSizeAs(reasons.keySet());
        assertThat(disturbed.letters.stream().collect(toMap(DeadLetter::getContactId, DeadLetter::getReason)))
                .isEqualTo(reasons);
        assertThat(disturbed.refused).containsExactlyInAnyOrderElementsOf(reasons.values());
        assertThat(undisturbed.letters).isEmpty();
        assertSame(disturbed.written, undisturbed.written);
    }

    private static void sendOdd(Center center, int fewer) {
        NOT_FITTING.forEach((contact, odd) -> {
            for (int i = 0; i < odd.events.size() - fewer; i++) {
                CallEvent event = CallEvent.newBuilder(odd.events.get(i))
                        .setContactId(contact)
                        .setEventId(contact + i)
                        .build();
                center.send(Topics.CALLS, contact, event);
            }
        });
    }

    @Test
    void aMessageInNoChatAndASurveyOfNobodyAreSetAsideWhenNothingCameOfThem() {
        Outcome disturbed = play(center -> center.send(
                        Topics.CHATS,
                        "no chat",
                        ChatEvent.newBuilder()
                                .setEventId("m1")
                                .setSource("test")
                                .setOccurredAt(NINE)
                                .setContactId("no chat")
                                .setType(ChatEventType.MESSAGE)
                                .setMessageSide(MessageSide.CUSTOMER)
                                .build())
                .send(Topics.SURVEYS, "nobody", survey("nobody").build()));

        assertThat(disturbed.letters)
                .extracting(DeadLetter::getContactId, DeadLetter::getReason)
                .containsExactlyInAnyOrder(tuple("no chat", "end_without_start"), tuple("nobody", "end_without_start"));
        assertSame(disturbed.written, play(center -> {}).written);
    }

    private record Outcome(List<DeadLetter> letters, List<String> refused, List<String> written) {}

    /** A few calls, with something between; and what is written in a day and a half from then. */
    private static Outcome play(Consumer<Center> between) {
        try (Center center = new Center(DEFINITIONS)) {
            center.send(Topics.CALLS, "plain", Calls.enqueued("plain", "sales", NINE))
                    .send(Topics.CALLS, "plain", Calls.answered("plain", "bob", NINE.plusSeconds(10)))
                    .send(Topics.CALLS, "plain", Calls.talkEnded("plain", NINE.plusSeconds(100)))
                    .send(Topics.CALLS, "plain", Calls.wrappedUp("plain", NINE.plusSeconds(130)))
                    .at(NINE.plusSeconds(140));
            between.accept(center);
            center.after(Duration.ofSeconds(10))
                    .send(Topics.CALLS, "later", Calls.enqueued("later", "sales", center.now()))
                    .after(Duration.ofMinutes(45))
                    .after(Duration.ofHours(12))
                    .after(Duration.ofHours(13));
            List<String> written = new ArrayList<>();
            for (Topic<?> topic : List.of(
                    Topics.SCORECARDS, Topics.SCORECARD_HISTORY, Topics.CONTACTS, Topics.ALERTS, Topics.WATERMARKS)) {
                center.read(topic).forEach(record -> written.add(record.key() + "=" + record.value()));
            }
            return new Outcome(center.values(Topics.DEAD_LETTERS), center.shown().refused, written);
        }
    }

    /** Compares long lists so that the first difference can be read. */
    private static void assertSame(List<String> actual, List<String> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).isEqualTo(expected.get(i));
        }
        assertThat(actual).hasSameSizeAs(expected);
    }

    private static Consumer<Center> raw(byte[] value) {
        return center -> center.sendBytes(Topics.CALLS, "odd", value);
    }

    private static Consumer<Center> call(CallEvent.Builder event) {
        return center -> center.send(Topics.CALLS, "odd", event.build());
    }

    private static CallEvent.Builder event(CallEventType type, Instant at) {
        return Calls.event("odd", type, at).setEventId("odd-" + type);
    }

    private static CallEvent.Builder of(CallEventType type, int seconds) {
        return event(type, NINE.plusSeconds(seconds));
    }

    private static CallEvent.Builder queued(int seconds) {
        return queued(NINE.plusSeconds(seconds));
    }

    private static CallEvent.Builder queued(Instant at) {
        return event(ENQUEUED, at).setQueue("sales");
    }

    private static CallEvent.Builder answered(int seconds) {
        return of(ANSWERED, seconds).setAgent("eve");
    }

    private static SurveyEvent.Builder survey(String contact) {
        return SurveyEvent.newBuilder()
                .setEventId("s1")
                .setSource("test")
                .setOccurredAt(NINE)
                .setContactId(contact)
                .setType(SurveyEventType.SENT);
    }

    private static byte[] framed(int id, byte[] avro) {
        return ByteBuffer.allocate(5 + avro.length)
                .put((byte) 0)
                .putInt(id)
                .put(avro)
                .array();
    }
}
