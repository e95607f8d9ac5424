package io.ringside.topology;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.config.Configuration;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.kpis.Period;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.oracle.Oracle;
import io.ringside.oracle.Restatements;
import io.ringside.oracle.Rules;
import io.ringside.proof.Judge;
import io.ringside.proof.RestatementJudge;
import io.ringside.proof.Sending;
import io.ringside.schemas.Topics;
import io.ringside.schemas.settings.SettingsChange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plays a history to the topology as it may come in life, and has what was published judged by the oracle: now and then
 * while it goes on, and when all is over.
 */
final class Trial {
    private static final Duration CLOSE_AFTER = Duration.ofSeconds(10);
    private static final Duration RETENTION = Duration.ofDays(8);

    private final Rules rules;
    private final List<Sending> sendings;
    private final Random random;
    private final List<SpecificRecord> known = new ArrayList<>();
    private final Published published = new Published();
    private final int partitions;

    /** Whether the change is made while running, and not by the configuration. */
    private final boolean changedWhileRunning;

    Trial(Rules rules, List<Sending> sendings, Random random) {
        this.sendings = new ArrayList<>(sendings);
        this.sendings.sort(Comparator.comparing(Sending::arrives));
        this.random = random;
        this.partitions = 1 + random.nextInt(3);
        this.changedWhileRunning = random.nextBoolean();
        this.rules = sendings.isEmpty() ? rules : rules.with(List.of(change(rules)));
    }

    /** Other limits for one queue, from the very moment of some event on. */
    private Rules.Change change(Rules rules) {
        Rules.Queue queue = rules.queues().get(random.nextInt(rules.queues().size()));
        SpecificRecord event = sendings.get(random.nextInt(sendings.size())).event();
        Instant from =
                (Instant) event.get(event.getSchema().getField("occurredAt").pos());
        return new Rules.Change(
                from,
                queue.channel(),
                queue.name(),
                Duration.ofSeconds(15 + 15L * random.nextInt(4)),
                Duration.ofSeconds(10L * random.nextInt(4)));
    }

    void run() {
        if (sendings.isEmpty()) {
            return;
        }
        Instant first = sendings.get(0).arrives().minus(Duration.ofDays(1));
        try (Partitions center = new Partitions(settings(true, false), first)) {
            change(center);
            int sent = 0;
            while (sent < sendings.size()) {
                int until = Math.min(sendings.size(), sent + 1 + random.nextInt(12));
                play(center, sendings.subList(sent, until));
                sent = until;
                if (random.nextInt(6) == 0) {
                    judgeOpen(center);
                }
            }
            center.at(center.now().plus(Duration.ofHours(14)));
            judgeOpen(center);
            center.at(center.now().plus(Duration.ofHours(25)));
            everywhere(center, false);
            judge(center).judgePeriods(published.open());
            end(center);
        }
    }

    /** Plays it a few events at a time, lets time come to all after each, and has judged what was stated again and why. */
    void runStepByStep() {
        if (sendings.isEmpty()) {
            return;
        }
        Instant first = sendings.get(0).arrives().minus(Duration.ofDays(1));
        try (Partitions center = new Partitions(settings(false, false), first)) {
            change(center);
            Restatements expected = new Restatements(rules, Long.MIN_VALUE);
            Oracle before = oracle(center);
            int sent = 0;
            while (sent < sendings.size()) {
                int until = Math.min(sendings.size(), sent + 1 + random.nextInt(4));
                before = step(center, sendings.subList(sent, until), before, expected);
                sent = until;
            }
            Instant end = center.now();
            for (int hours : new int[] {1, 13, 36, 24 * 7}) {
                center.at(end.plus(Duration.ofHours(hours)));
                before = step(center, List.of(), before, expected);
            }
            end(center);
        }
    }

    private Oracle step(Partitions center, List<Sending> batch, Oracle before, Restatements expected) {
        batch.forEach(sending -> center.at(sending.arrives()));
        List<Sending> disorder = new ArrayList<>(batch);
        Collections.shuffle(disorder, random);
        for (Sending sending : disorder) {
            boolean isReplay = random.nextInt(4) == 0;
            center.send(sending, isReplay);
            known.add(sending.event());
            expected.comes(sending.event(), isReplay);
            if (sending.topic().equals(Topics.QUEUE_SNAPSHOTS)) {
                carryAll(center);
            }
        }
        Set<String> stated = Set.copyOf(published.finals().keySet());
        everywhere(center, false);
        published.read(center);
        expected.timeComesTo(center.now().toEpochMilli());
        Oracle after = oracle(center);
        new RestatementJudge(before, after, this::differs).judge(expected.take(), stated, published.news());
        return after;
    }

    private Oracle oracle(Partitions center) {
        return new Oracle(rules, known, center.now().toEpochMilli());
    }

    /** Plays all of it as fast as it goes, in whatever order: time comes at the end, once and for all. */
    void replay() {
        if (sendings.isEmpty()) {
            return;
        }
        try (Partitions center = new Partitions(
                settings(false, true), sendings.get(sendings.size() - 1).arrives())) {
            change(center);
            List<Sending> disorder = new ArrayList<>(sendings);
            Collections.shuffle(disorder, random);
            for (Sending sending : disorder) {
                center.send(sending);
                known.add(sending.event());
                for (int i = random.nextInt(3); i > 0 && center.carryOne(random); i--) {
                    // facts may be on their way before all events are read
                }
            }
            end(center);
            assertThat(published.finals().values())
                    .allSatisfy(card -> assertThat(card.getRevision()).isEqualTo(1));
        }
    }

    private void change(Partitions center) {
        if (changedWhileRunning) {
            Rules.Change change = rules.changes().get(0);
            center.change(new SettingsChange(1, change.from(), Rules.yaml(change), null, null));
        }
    }

    /** Sends what comes within a stretch of time, in any order, and lets time pass here and there. */
    private void play(Partitions center, List<Sending> batch) {
        List<Sending> disorder = new ArrayList<>(batch);
        Collections.shuffle(disorder, random);
        center.at(batch.get(batch.size() - 1).arrives().plusMillis(random.nextInt(200)));
        for (Sending sending : disorder) {
            center.send(sending);
            known.add(sending.event());
        }
        for (int partition = 0; partition < partitions; partition++) {
            if (random.nextInt(3) > 0) {
                center.beat(partition, false);
            }
        }
        for (int i = random.nextInt(40); i > 0 && center.carryOne(random); i--) {
            // each one brings others about
        }
    }

    /** Holds what is open against the oracle, and looks whether all that is closed was published. */
    private void judgeOpen(Partitions center) {
        everywhere(center, false);
        Judge judge = judge(center);
        judge.judgeOpen(published.open());
        judge.judgeThatAllIsThere(
                published.finals().keySet(), center.now().minus(CLOSE_AFTER).toEpochMilli());
        judge.judgeFinals(published.news());
    }

    /** It ends after all that happened, by whatever clock. */
    private void end(Partitions center) {
        center.at(center.now().plus(Duration.ofMinutes(5)));
        everywhere(center, true);
        Judge judge = judge(center);
        judge.judgeFinals(published.finals());
        judge.judgeThatAllIsThere(published.finals().keySet(), Long.MAX_VALUE);
    }

    private Judge judge(Partitions center) {
        published.read(center);
        return new Judge(oracle(center), rules, center.now().toEpochMilli(), this::differs);
    }

    private void differs(String difference) {
        throw new AssertionError(difference + "\nknown is\n" + Oracle.story(known));
    }

    /** Lets time come to the same moment on all partitions, and all that is on its way arrive. */
    private void everywhere(Partitions center, boolean last) {
        List<Integer> order = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            order.add(partition);
        }
        Collections.shuffle(order, random);
        order.forEach(partition -> center.beat(partition, last));
        carryAll(center);
    }

    private void carryAll(Partitions center) {
        while (center.carryOne(random)) {
            // until nothing is on its way
        }
    }

    private String yaml(boolean replay) {
        Rules written = changedWhileRunning ? rules.with(List.of()) : rules;
        return written.yaml() + (replay ? "time: {clock: replay}\n" : "");
    }

    private Settings settings(boolean rolling, boolean replay) {
        return new Settings(
                "test.",
                partitions,
                Topics.sources(),
                new CurrentDefinitions(Configuration.parse(yaml(replay)).settings()),
                new WindowPlan(
                        rolling,
                        rules.interval(),
                        true,
                        CLOSE_AFTER,
                        RETENTION,
                        Duration.ofDays(100),
                        Set.of(Period.values()),
                        DayOfWeek.MONDAY),
                new ContactLimits(
                        rules.closeAfter(),
                        Duration.ofDays(90),
                        RETENTION,
                        Duration.ofDays(2),
                        10_000,
                        rules.missedAfter()),
                new Settings.InputLimits(replay, RETENTION, Duration.ofMinutes(5), 256, 1 << 20),
                List.of());
    }
}
