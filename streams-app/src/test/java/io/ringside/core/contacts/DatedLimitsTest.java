package io.ringside.core.contacts;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.definitions.Dated;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Zones;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.facts.Attribution;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;

/** Limits change at noon: 20 s and 5 s before, 10 s and 8 s from then on. A visit keeps those of when it came. */
final class DatedLimitsTest {
    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofHours(12),
            Duration.ofDays(90),
            Duration.ofDays(8),
            Duration.ofDays(2),
            1_000,
            Duration.ofSeconds(10));
    private static final long NOON = Instant.parse("2026-11-02T12:00:00Z").toEpochMilli();
    private static final Definitions CHANGING =
            limits(Dated.of(definition(20, 5), Map.of(Instant.ofEpochMilli(NOON), definition(10, 8))));

    private final Contact contact = new Contact();

    @Test
    void aCallerWhoCameAMillisecondBeforeTheChangeIsAnsweredInTimeByTheOldThreshold() {
        enqueuedAt(NOON - 1);
        answeredAt(NOON - 1 + 15_000);

        assertThat(measures()).contains(Measure.ANSWERED_IN_TIME);
    }

    @Test
    void aCallerWhoCameWithTheChangeIsNot() {
        enqueuedAt(NOON);
        answeredAt(NOON + 15_000);

        assertThat(measures()).contains(Measure.ANSWERED).doesNotContain(Measure.ANSWERED_IN_TIME);
        assertThat(fact(Measure.SERVICE_LEVEL_EVENTS).at(Attribution.OUTCOME)).isEqualTo(NOON + 10_000);
    }

    @Test
    void whoHangsUpAfterSixSecondsIsShortOnlyIfHeCameAfterTheChange() {
        enqueuedAt(NOON - 1);
        fold(new Event.Abandoned("2", NOON - 1 + 6_000, ""));
        assertThat(measures()).doesNotContain(Measure.SHORT_ABANDONED);

        Contact later = new Contact();
        Folding.apply(later, new Event.Enqueued("1", NOON, "", Channel.VOICE, "sales"), CHANGING, LIMITS);
        Change change = Folding.apply(later, new Event.Abandoned("2", NOON + 6_000, ""), CHANGING, LIMITS)
                .orElseThrow();
        assertThat(later.stated()).extracting(Fact::measure).contains(Measure.SHORT_ABANDONED);
        assertThat(change.rows().get(0).row().ending()).contains(Row.Ending.SHORT_ABANDONED);
    }

    @Test
    void aWaitingCallerIsAMissWhenTheThresholdOfHisTimePasses() {
        enqueuedAt(NOON - 1);

        contact.timePasses(NOON - 1 + 20_000, CHANGING, LIMITS, Snapshots.NONE);
        assertThat(measures()).doesNotContain(Measure.SERVICE_LEVEL_EVENTS);
        contact.timePasses(NOON - 1 + 20_001, CHANGING, LIMITS, Snapshots.NONE);
        assertThat(measures()).contains(Measure.SERVICE_LEVEL_EVENTS);
    }

    @Test
    void aVisitOfThePastThatIsLookedAtAgainAfterTheChangeStaysAsItWas() {
        enqueuedAt(NOON - 60_000);
        answeredAt(NOON - 60_000 + 15_000);
        List<Fact> before = contact.stated();

        Change late = fold(new Event.TalkEnded("3", NOON + 3_600_000, "", ""));

        assertThat(late.rows()).isEmpty();
        assertThat(late.postings()).noneMatch(posting -> before.contains(posting.fact()));
        assertThat(measures()).contains(Measure.ANSWERED_IN_TIME);
    }

    @Test
    void aLaterVisitOfTheSameContactHasTheLimitsOfItsOwnTime() {
        fold(new Event.Enqueued("1", NOON - 30_000, "a", Channel.VOICE, "sales"));
        fold(new Event.Answered("2", NOON - 15_000, "a", "", "ada", Optional.empty()));
        fold(new Event.Enqueued("3", NOON + 5_000, "b", Channel.VOICE, "sales"));
        fold(new Event.Answered("4", NOON + 20_000, "b", "", "bob", Optional.empty()));

        assertThat(contact.stated())
                .filteredOn(fact -> fact.measure() == Measure.ANSWERED_IN_TIME)
                .extracting(Fact::arrivedAt)
                .containsExactly(NOON - 30_000);
    }

    private Change enqueuedAt(long at) {
        return fold(new Event.Enqueued("1", at, "", Channel.VOICE, "sales"));
    }

    private void answeredAt(long at) {
        fold(new Event.Answered("2", at, "", "", "ada", Optional.empty()));
    }

    private Change fold(Event event) {
        return Folding.apply(contact, event, CHANGING, LIMITS).orElseThrow();
    }

    private List<Measure> measures() {
        return contact.stated().stream().map(Fact::measure).toList();
    }

    private Fact fact(Measure measure) {
        return contact.stated().stream()
                .filter(fact -> fact.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    private static QueueDefinition definition(int threshold, int shortAbandon) {
        return new QueueDefinition(
                Duration.ofSeconds(threshold),
                Duration.ofSeconds(shortAbandon),
                Optional.empty(),
                Zones.always(ZoneOffset.UTC),
                true);
    }

    private static Definitions limits(Dated<QueueDefinition> limits) {
        return new FixedDefinitions(ZoneOffset.UTC, Map.of()) {
            @Override
            public QueueDefinition queue(Scope queue, long at) {
                return limits.at(at);
            }
        };
    }
}
