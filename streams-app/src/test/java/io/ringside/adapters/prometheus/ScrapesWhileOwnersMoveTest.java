package io.ringside.adapters.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;

/** Tasks come, show more and more calls, and go, on several threads, while others scrape. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ScrapesWhileOwnersMoveTest {
    private static final int TASKS = 4;
    private static final int MOVES = 60;
    private static final int STEPS = 5;
    private static final Pattern SAMPLE =
            Pattern.compile("(ringside_service_level_\\w+|ringside_visits_offered_total)\\{.*queue=\"(\\w+)\".*} (.+)");

    private final PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.SETTINGS, new Center());
    private final AtomicInteger running = new AtomicInteger(TASKS);

    @Test
    void noScrapeFailsShowsAGhostOrMixesTwoStates() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TASKS + 2);
        CyclicBarrier start = new CyclicBarrier(TASKS + 2);
        List<Future<?>> all = new ArrayList<>();
        for (int task = 0; task < TASKS; task++) {
            int number = task;
            all.add(threads.submit(() -> {
                start.await();
                try {
                    moveAbout("kpis-" + number, Scope.queue(Channel.VOICE, "queue" + number));
                } finally {
                    running.decrementAndGet();
                }
                return null;
            }));
        }
        for (int scraper = 0; scraper < 2; scraper++) {
            all.add(threads.submit(() -> {
                start.await();
                while (running.get() > 0) {
                    samples().forEach(ScrapesWhileOwnersMoveTest::mustBeOneState);
                }
                return null;
            }));
        }
        for (Future<?> each : all) {
            each.get();
        }
        threads.shutdown();
        assertThat(samples()).isEmpty();
    }

    /** The task itself sees no series of its own after it retired, and all of them after it came back. */
    private void moveAbout(String owner, Scope queue) {
        for (int move = 0; move < MOVES; move++) {
            Tally totals = new Tally();
            for (int step = 0; step < STEPS; step++) {
                totals.add(Center.fourCalls(queue));
                scoreboard.show(owner, Center.halfHour(queue, totals));
                scoreboard.showTotals(owner, queue, Live.NOTHING, totals);
            }
            assertThat(samples().get(queue.name()))
                    .containsEntry("ringside_service_level_denominator", 4.0 * STEPS)
                    .containsEntry("ringside_visits_offered_total", 4.0 * STEPS);
            scoreboard.retire(owner);
            assertThat(samples()).doesNotContainKey(queue.name());
        }
    }

    /** Half of all calls are in time at each moment, so a numerator beside another moment's denominator is seen. */
    private static void mustBeOneState(String queue, Map<String, Double> samples) {
        if (samples.containsKey("ringside_service_level_ratio")) {
            assertThat(samples.get("ringside_service_level_numerator") * 2)
                    .as(queue)
                    .isEqualTo(samples.get("ringside_service_level_denominator"));
            assertThat(samples).containsEntry("ringside_service_level_ratio", 0.5);
        }
    }

    private Map<String, Map<String, Double>> samples() {
        Map<String, Map<String, Double>> byQueue = new HashMap<>();
        new String(scoreboard.scrape("").bytes(), StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> {
                    Matcher sample = SAMPLE.matcher(line);
                    if (sample.matches()) {
                        Double before = byQueue.computeIfAbsent(sample.group(2), queue -> new HashMap<>())
                                .put(sample.group(1), Double.valueOf(sample.group(3)));
                        assertThat(before).as("one sample a series, at " + line).isNull();
                    }
                });
        return byQueue;
    }
}
