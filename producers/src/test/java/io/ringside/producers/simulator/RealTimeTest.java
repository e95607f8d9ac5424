package io.ringside.producers.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealTimeTest {
    private static final Instant WALL = Instant.parse("2026-03-02T12:00:00.000500Z");
    private static final Instant VIRTUAL = Instant.parse("2026-01-05T08:00:00Z");

    private final Wall wall = new Wall();
    private final List<Duration> handedOn = new ArrayList<>();

    @Test
    void eventsGoOutWhenTheirTimeHasCome() throws InterruptedException {
        new RealTime(wall, wall::pass, 1).run(VIRTUAL, events(0, 1, 5), this::note);

        assertThat(handedOn).containsExactly(seconds(0), seconds(1), seconds(5));
    }

    @Test
    void atSpeedSixtyAMinuteTakesASecond() throws InterruptedException {
        new RealTime(wall, wall::pass, 60).run(VIRTUAL, events(60, 120, 600), this::note);

        assertThat(handedOn).containsExactly(seconds(1), seconds(2), seconds(10));
    }

    @Test
    void atAnySpeedNothingGoesOutBeforeItHasHappened() throws InterruptedException {
        Instant aMinuteAgo = WALL.minusSeconds(60);

        new RealTime(wall, wall::pass, 60)
                .run(
                        aMinuteAgo,
                        List.of(event(aMinuteAgo, 30), event(aMinuteAgo, 62), event(aMinuteAgo, 90))
                                .iterator(),
                        this::note);

        assertThat(handedOn).containsExactly(seconds(30).dividedBy(60), seconds(2), seconds(30));
    }

    @Test
    void whatLiesInThePastGoesOutAtOnce() throws InterruptedException {
        new RealTime(wall, wall::pass, 1).run(VIRTUAL, events(-3600, -1800, -1, 2), this::note);

        assertThat(handedOn).containsExactly(seconds(0), seconds(0), seconds(0), seconds(2));
    }

    @Test
    void afterAStallItCatchesUpAndIsBackInStep() throws InterruptedException {
        new RealTime(wall, wall::pass, 1).run(VIRTUAL, events(1, 2, 3, 20), event -> {
            note(event);
            if (handedOn.size() == 1) {
                wall.pass(10_000);
            }
        });

        assertThat(handedOn).containsExactly(seconds(1), seconds(11), seconds(11), seconds(20));
    }

    @Test
    void nothingDriftsOverAnyNumberOfEvents() throws InterruptedException {
        int[] everySecond = IntStream.rangeClosed(1, 10_000).toArray();

        new RealTime(wall, millis -> wall.pass(millis + 1), 1).run(VIRTUAL, events(everySecond), this::note);

        assertThat(handedOn.get(9_999))
                .isBetween(seconds(10_000), seconds(10_000).plusMillis(2));
    }

    @Test
    void anInterruptStopsItWhileItWaits() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                new RealTime(1).run(VIRTUAL, events(0, 3600), event -> underWay.countDown());
            } catch (InterruptedException e) {
                thrown.set(e);
            }
        });
        thread.start();
        assertThat(underWay.await(10, SECONDS)).isTrue();

        thread.interrupt();
        thread.join(10_000);

        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void anInterruptStopsItWhileItCatchesUp() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new RealTime(wall, wall::pass, 1).run(VIRTUAL, events(-5, -4), this::note))
                .isInstanceOf(InterruptedException.class);
        assertThat(handedOn).isEmpty();
    }

    @Test
    void timeDoesNotStandStill() {
        assertThatThrownBy(() -> new RealTime(0)).hasMessage("speed: must be > 0, was 0.0");
    }

    private void note(Emitted event) {
        handedOn.add(Duration.between(WALL, wall.instant()));
    }

    private static Iterator<Emitted> events(int... secondsFromNow) {
        return IntStream.of(secondsFromNow)
                .mapToObj(seconds -> event(VIRTUAL, seconds))
                .iterator();
    }

    private static Emitted event(Instant now, int secondsFromNow) {
        return Emitted.of(CallEvent.newBuilder()
                .setEventId("e" + secondsFromNow)
                .setSource("test")
                .setOccurredAt(now.plusSeconds(secondsFromNow))
                .setContactId("c1")
                .setType(CallEventType.ENQUEUED)
                .build());
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    /** A wall clock that goes on only when it is told to. */
    private static final class Wall extends Clock {
        private Instant now = WALL;

        void pass(long millis) {
            now = now.plusMillis(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    }
}
