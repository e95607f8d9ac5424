package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Tally;

/** Measures how long a scrape takes, by the number of queues. A program, not a test: times are for people to judge. */
final class ScrapeTime {
    private static final int SCRAPES = 15;

    private ScrapeTime() {}

    public static void main(String[] arguments) throws IOException {
        for (int queues : new int[] {25, 250, 2_000}) {
            measure(queues);
        }
    }

    private static void measure(int queues) throws IOException {
        try (PrometheusScoreboard scoreboard = PrometheusScoreboard.create(Center.SETTINGS, new Center())) {
            long before = System.nanoTime();
            for (int queue = 0; queue < queues; queue++) {
                show(scoreboard, Scope.queue(Channel.VOICE, "queue " + queue));
            }
            double showing = (System.nanoTime() - before) / 1e3 / queues;
            Text text = new Text();
            scoreboard.scrape(null).writeTo(text);
            double[] millis = new double[SCRAPES];
            for (int i = 0; i < SCRAPES; i++) {
                long start = System.nanoTime();
                scoreboard.scrape(null).writeTo(OutputStream.nullOutputStream());
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%5d queues, %7d series, %6.1f MB: median %.0f ms, longest %.0f ms; to show a queue %.0f µs%n",
                    queues,
                    text.samples,
                    text.bytes / 1e6,
                    millis[SCRAPES / 2],
                    millis[SCRAPES - 1],
                    showing);
        }
    }

    private static void show(PrometheusScoreboard scoreboard, Scope queue) {
        Tally calls = Center.fourCalls(queue);
        for (String window : List.of("30m", "today")) {
            scoreboard.show("kpis-0", Center.scorecard(queue, window, true, calls));
        }
        scoreboard.showTotals("kpis-0", queue, Live.NOTHING, calls);
    }

    /** Counts bytes and the lines that are samples. */
    private static final class Text extends OutputStream {
        private long bytes;
        private long samples;
        private boolean lineStarts = true;

        @Override
        public void write(int octet) {
            samples += lineStarts && octet != '#' ? 1 : 0;
            lineStarts = octet == '\n';
            bytes++;
        }
    }
}
