package io.ringside.local.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.ringside.local.AppProcess;
import io.ringside.local.torture.Ordeal.Victim;
import io.ringside.proof.History;
import io.ringside.proof.Sending;

/**
 * Plays a history to the app while its processes and its broker are killed, and has what was published judged: by the
 * oracle, and by what the app publishes of the same history when nobody disturbs it.
 */
final class Torture implements AutoCloseable {
    private static final String TORTURED = "tortured";
    private static final String REPLAYED = "replayed";
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Duration TRANSACTIONS_LAST = Duration.ofSeconds(7);
    private static final int EVENTS_A_SECOND = 400;
    /** One in so many comes back only to be killed again before it is there. */
    private static final int KILLED_TWICE = 4;

    private final Ordeal ordeal;
    private final History history;
    private final Survival survival;
    private final Random chances;
    private final Stage stage;

    private Torture(Ordeal ordeal, Stage stage, Survival survival) {
        this.ordeal = ordeal;
        this.stage = stage;
        this.survival = survival;
        this.history = ordeal.history(Instant.now());
        this.chances = ordeal.chances("kills");
    }

    /**
     * Prepares it.
     *
     * @param folder of all that its processes write
     */
    static Torture prepare(Ordeal ordeal, Path folder, Survival survival) throws InterruptedException {
        return new Torture(ordeal, Stage.start(folder), survival);
    }

    /** Has it all happen, and notes how it went. */
    void run() throws InterruptedException {
        survival.begins(ordeal, history);
        Verdict verdict = new Verdict(history, survival);
        try (Run tortured = open(TORTURED, ordeal.instances(), EVENTS_A_SECOND)) {
            killAndKill(tortured);
            survival.says("all is sent, %,d events; what is open and what is closed is judged", tortured.flow.sent());
            judge(tortured, verdict);
        }
        try (Run replayed = open(REPLAYED, 1, 0)) {
            replayed.flow.play(history.sendings());
            replayed.awaitUpTo(replayed.flow.endAt(verdict.end()));
            verdict.compareWithReplay(replayed.seen);
        }
        survival.ends();
    }

    private Run open(String name, int instances, int rate) throws InterruptedException {
        stage.createTopics(name);
        Instant start = history.sendings().get(0).arrives().minus(Duration.ofDays(1));
        Flow flow = new Flow(stage.publisher(name), ordeal.chances("ticks"), start, rate);
        Run run = new Run(
                stage.startApps(name, history.place().rules(), instances), flow, stage.seen(name), survival, BOUND);
        run.until("all instances are ready", () -> run.apps.stream().allMatch(AppProcess::isReady));
        return run;
    }

    private void killAndKill(Run run) throws InterruptedException {
        List<Victim> victims = ordeal.victims();
        int parts = victims.size() + 1;
        for (int part = 0; part < parts; part++) {
            List<Sending> sendings = history.part(part, parts);
            long from = run.flow.sent();
            CompletableFuture<Void> flowing = CompletableFuture.runAsync(() -> run.flow.play(sendings));
            if (part < victims.size()) {
                long moment = from + chances.nextInt(Math.max(1, sendings.size()));
                run.until("the flow goes on", () -> run.flow.sent() >= moment || flowing.isDone());
                boolean isWaitedFor = part + 1 == victims.size() || chances.nextInt(KILLED_TWICE) > 0;
                kill(run, victims.get(part), isWaitedFor);
            }
            run.until("the flow is delivered", flowing::isDone);
            flowing.join();
        }
    }

    /** Kills somebody and has them come back. */
    private void kill(Run run, Victim victim, boolean isWaitedFor) throws InterruptedException {
        long sent = run.flow.sent();
        if (victim == Victim.BROKER) {
            run.passes(chances.nextInt(500));
            stage.broker().kill();
            run.passes(chances.nextInt(2_000));
            Timer away = new Timer();
            stage.broker().start();
            endHangingTransactions(run);
            awaitBack(run, "the broker", sent, away, true);
        } else {
            int number = chances.nextInt(run.apps.size());
            AppProcess app = run.apps.get(number);
            run.passes(chances.nextInt(1_000));
            app.kill();
            run.passes(chances.nextInt(500));
            Timer away = new Timer();
            app.start();
            awaitBack(run, "app " + (number + 1), sent, away, isWaitedFor);
        }
    }

    /** What neither ends nor is known to anybody for longer than transactions may last is an operator's to end, as the documents say. */
    private void endHangingTransactions(Run run) throws InterruptedException {
        HangingTransactions transactions = new HangingTransactions(stage.client());
        Set<HangingTransactions.Open> seenBefore = Set.of();
        for (Timer timer = new Timer(); timer.passed().compareTo(BOUND) < 0; ) {
            if (run.isBackWithin(TRANSACTIONS_LAST)) {
                return;
            }
            Set<HangingTransactions.Open> hanging = transactions.look();
            for (HangingTransactions.Open one : hanging) {
                if (seenBefore.contains(one)) {
                    transactions.abort(one);
                    survival.ended(one.at() + " since offset " + one.since());
                }
            }
            seenBefore = hanging;
        }
    }

    private void awaitBack(Run run, String who, long sent, Timer away, boolean isWaitedFor) {
        if (!isWaitedFor) {
            run.passes(chances.nextInt(4_000));
            survival.killed(who, sent, "is killed again before it is back");
            return;
        }
        run.until(who + " is back", () -> run.apps.stream().allMatch(AppProcess::isReady));
        Duration ready = away.passed();
        Instant time = run.flow.time();
        run.awaitUpTo(time);
        survival.survived(who, sent, ready, away.passed());
    }

    /** What is open is judged at a moment when nothing is on its way; then all that ever closed. */
    private void judge(Run run, Verdict verdict) {
        Instant open = run.flow.pass(Duration.ofHours(14));
        run.awaitUpTo(open);
        verdict.judgeOpen(run.seen, open);
        Instant later = run.flow.pass(Duration.ofHours(25));
        run.awaitUpTo(later);
        verdict.judgePeriods(run.seen, later);
        Instant end = run.flow.end(Duration.ofMinutes(5));
        run.awaitUpTo(end);
        verdict.judgeFinals(run.seen, end);
    }

    @Override
    public void close() {
        stage.close();
    }

    /** One run of the history: the instances that take it in, and what they publish. */
    private record Run(List<AppProcess> apps, Flow flow, Seen seen, Survival survival, Duration bound)
            implements AutoCloseable {

        void until(String what, BooleanSupplier isSo) {
            Timer timer = new Timer();
            while (!isSo.getAsBoolean()) {
                seen.read();
                if (timer.passed().compareTo(bound) > 0) {
                    throw new TortureFailed("after %d s not yet so: %s. Figures are up to %s"
                            .formatted(bound.toSeconds(), what, seen.watermarks()));
                }
            }
        }

        boolean isBackWithin(Duration time) {
            Instant moment = flow.time();
            for (Timer timer = new Timer(); timer.passed().compareTo(time) < 0; ) {
                if (apps.stream().allMatch(AppProcess::isReady) && seen.isUpTo(moment)) {
                    return true;
                }
                seen.read();
            }
            return false;
        }

        /** Lets so many milliseconds pass. */
        void passes(int millis) {
            Timer timer = new Timer();
            while (timer.passed().toMillis() < millis) {
                seen.read();
            }
        }

        void awaitUpTo(Instant moment) {
            until("all figures are up to " + moment, () -> seen.isUpTo(moment));
            seen.readAll();
        }

        @Override
        public void close() {
            apps.forEach(AppProcess::close);
        }
    }

    /** Time that passes on the wall. */
    private static final class Timer {
        private final long begun = System.nanoTime();

        Duration passed() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }
}
