package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Measure;
import io.ringside.schemas.Topics;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.WaitingContact;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** A source says who waits in its queue, and what seems to wait is held against it. */
final class SnapshotsTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");

    private final Center center = Center.withSnapshots(Configuration.defaults().definitions());

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void whoIsNotListedAnyMoreFlowsOutAtThatMomentMarkedAndCounted() {
        enqueued("ghost", 0);
        listed(30, "ghost");
        listed(59);
        assertThat(waiting()).as("too soon after it was listed").isEqualTo(1);

        listed(60);
        assertThat(waiting()).isZero();
        Scorecard today = center.scorecard(SALES, "today", "outcome").orElseThrow();
        assertThat(Center.kpi(today, "flowed_out_forced").getValue()).isEqualTo(1);
        assertThat(Center.kpi(today, "flowed_out_error").getValue()).isZero();
        assertThat(today.getResidual()).isZero();
        assertThat(center.shown().totals.get(SALES).count(Measure.FLOWED_OUT_SNAPSHOT))
                .isEqualTo(1);
        ContactRow row = center.values(Topics.CONTACTS).get(0);
        assertThat(row.getForced()).isTrue();
        assertThat(row.getFlowOutReason()).isEqualTo("snapshot");
        assertThat(row.getEndedAt()).isEqualTo(at(60));
    }

    @Test
    void whoIsListedAgainWaitsAgain() {
        enqueued("c1", 0);
        listed(40);
        assertThat(waiting()).isZero();

        listed(70, "c1");
        assertThat(waiting()).isEqualTo(1);
        assertThat(center.kpi(SALES, "today", "outcome", "flowed_out_forced").getValue())
                .isZero();
    }

    @Test
    void beingListedPutsOffTheCloseForSilence() {
        Duration half = Duration.ofHours(7);
        enqueued("patient", 0);
        listed(half.toSeconds(), "patient");
        center.at(NINE.plus(half).plus(half));
        assertThat(waiting()).isEqualTo(1);

        center.at(NINE.plus(half).plus(Duration.ofHours(12)));
        assertThat(waiting()).isZero();
        assertThat(center.values(Topics.CONTACTS)).singleElement().satisfies(row -> {
            assertThat(row.getFlowOutReason()).isEqualTo("silence");
            assertThat(row.getEndedAt()).isEqualTo(NINE.plus(half).plus(Duration.ofHours(12)));
        });
    }

    @Test
    void anEndThatComesLateHoldsAndTheSnapshotDoesNot() {
        enqueued("ghost", 0);
        listed(45);
        center.send(Topics.CALLS, "ghost", Calls.abandoned("ghost", at(20))).at(at(50));

        assertThat(center.kpi(SALES, "today", "outcome", "flowed_out").getValue())
                .isZero();
        assertThat(center.kpi(SALES, "today", "outcome", "abandoned").getValue())
                .isEqualTo(1);
        assertThat(center.values(Topics.CONTACTS))
                .extracting(ContactRow::getRevision)
                .containsExactly(1, 2);
    }

    @Test
    void aContactThatComesLateIsHeldAgainstSnapshotsThatWereThereBefore() {
        listed(30, "late");
        listed(100);
        listed(200);
        enqueued("late", 0);
        center.at(at(210));

        assertThat(waiting()).isZero();
        assertThat(center.values(Topics.CONTACTS)).singleElement().satisfies(row -> assertThat(row.getEndedAt())
                .isEqualTo(at(100)));
        assertThat(center.shown().unknownWaiting).isEqualTo(1);
    }

    @Test
    void anotherSourceOrQueueOrChannelSaysNothingOfIt() {
        enqueued("c1", 0);
        said(snapshot(40).setSource("another").build());
        said(snapshot(40).setQueue("care").build());
        said(snapshot(40).setChannel(io.ringside.schemas.events.Channel.CHAT).build());

        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void aSnapshotThatIsSentTwiceSaysNothingNew() {
        listed(10, "stranger");
        listed(10, "stranger");
        assertThat(center.shown().unknownWaiting).isEqualTo(1);
        assertThat(center.values(Topics.CONTACTS)).isEmpty();
        assertThat(center.scorecard(SALES, "today", "outcome")).isEmpty();
    }

    @Test
    void aSnapshotThatComesLateClosesEarlierThanOneThatWasThereBefore() {
        enqueued("ghost", 0);
        listed(90);
        listed(40);
        center.at(at(100));

        assertThat(center.values(Topics.CONTACTS))
                .extracting(ContactRow::getEndedAt)
                .containsExactly(at(90), at(40));
    }

    @Test
    void whenNothingFollowsTheWindowOfTheLatestSnapshotCloses() {
        enqueued("ghost", 0);
        center.at(at(29 * 60));
        said(snapshot(31 * 60).build());
        center.values(Topics.SCORECARD_HISTORY);
        center.end();

        assertThat(center.values(Topics.SCORECARD_HISTORY))
                .filteredOn(card -> "sales".equals(card.getQueue())
                        && card.getWindow().equals("interval")
                        && card.getAttribution() == Attribution.OUTCOME
                        && card.getWindowStart().equals(at(30 * 60)))
                .singleElement()
                .satisfies(card -> {
                    assertThat(Center.kpi(card, "flowed_out_forced").getValue()).isEqualTo(1);
                    assertThat(card.getWaitingAtStart()).isEqualTo(1);
                    assertThat(card.getResidual()).isZero();
                });
    }

    @Test
    void whatNobodyCanMakeSenseOfGoesToTheDeadLetters() {
        said(snapshot(0).setQueue("").build());
        said(snapshot(0).setChannel(io.ringside.schemas.events.Channel.TICKET).build());
        said(snapshot(0).setChannel(io.ringside.schemas.events.Channel.UNKNOWN).build());
        said(snapshot(0).setEventId("").build());
        said(snapshot(0).setSource("").build());
        said(snapshot(0).setWaiting(List.of(new WaitingContact("", null))).build());
        said(snapshot(0).setQueue("q".repeat(257)).build());
        said(snapshot(1_000).build());
        said(snapshot(-9 * 86_400).build());
        center.sendBytes(Topics.QUEUE_SNAPSHOTS, "voice/sales", new byte[] {0, 0, 0, 1});
        center.sendBytes(Topics.QUEUE_SNAPSHOTS, "voice/sales", new byte[2 << 20]);

        assertThat(center.values(Topics.DEAD_LETTERS))
                .extracting(DeadLetter::getReason)
                .containsExactly(
                        "missing_field",
                        "impossible_value",
                        "unknown_symbol",
                        "missing_field",
                        "missing_field",
                        "missing_field",
                        "name_too_long",
                        "in_the_future",
                        "too_old",
                        "truncated",
                        "too_large");
    }

    @Test
    void aHeartbeatThatIsNoneIsRefusedOnce() {
        center.sendBytes(Topics.HEARTBEATS, null, new byte[] {7});
        assertThat(center.values(Topics.DEAD_LETTERS)).hasSize(1);
    }

    private void enqueued(String contact, long second) {
        center.send(Topics.CALLS, contact, Calls.enqueued(contact, "sales", at(second)));
    }

    /** Time comes to a moment, and the source says who waits in sales then. */
    private void listed(long second, String... contacts) {
        if (at(second).isAfter(center.now())) {
            center.at(at(second));
        }
        said(snapshot(second)
                .setWaiting(Stream.of(contacts)
                        .map(contact -> new WaitingContact(contact, null))
                        .toList())
                .build());
    }

    private void said(QueueSnapshot snapshot) {
        center.send(Topics.QUEUE_SNAPSHOTS, "voice/sales", snapshot).after(Duration.ofMillis(1));
    }

    private static QueueSnapshot.Builder snapshot(long second) {
        return QueueSnapshot.newBuilder()
                .setEventId("s" + second)
                .setOccurredAt(at(second))
                .setSource("test")
                .setChannel(io.ringside.schemas.events.Channel.VOICE)
                .setQueue("sales")
                .setWaiting(List.of());
    }

    private long waiting() {
        return center.shown().live.get(SALES).waiting().count();
    }

    private static Instant at(long second) {
        return NINE.plusSeconds(second);
    }
}
