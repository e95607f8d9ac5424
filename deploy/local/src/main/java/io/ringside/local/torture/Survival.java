package io.ringside.local.torture;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.ringside.proof.History;

/** What happened and what was survived, said as it happens and summed up in the end. */
final class Survival {
    private static final int MOST_SHOWN = 20;

    private final PrintWriter out;
    private final long begun = System.nanoTime();
    private final Map<String, Integer> kills = new TreeMap<>();
    private final List<Duration> ready = new ArrayList<>();
    private final List<Duration> caughtUp = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Long> compared = new LinkedHashMap<>();
    private Ordeal ordeal;
    private int hanging;

    Survival(PrintWriter out) {
        this.out = out;
    }

    void begins(Ordeal given, History history) {
        this.ordeal = given;
        says(
                "torture with seed %d: %,d contacts and shifts, %,d events, %s; %d kills of the app (instances: %d),"
                        + " %d of the broker",
                given.seed(),
                given.contacts(),
                history.sendings().size(),
                history.place().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                given.appKills(),
                given.instances(),
                given.brokerKills());
    }

    /** Somebody was killed and is yet to come back. */
    void killed(String who, long sent, String what) {
        count(who);
        says("%s killed after %,d events; %s", who, sent, what);
    }

    /** Somebody was killed, and all is as it was before. */
    void survived(String who, long sent, Duration untilReady, Duration untilCaughtUp) {
        count(who);
        ready.add(untilReady);
        caughtUp.add(untilCaughtUp);
        says(
                "%s killed after %,d events; ready in %.1f s, caught up in %.1f s",
                who, sent, untilReady.toMillis() / 1e3, untilCaughtUp.toMillis() / 1e3);
    }

    /** A transaction that Kafka had left open was ended. */
    void ended(String transaction) {
        hanging++;
        says("Kafka left a transaction hanging, which was ended as an operator would: %s", transaction);
    }

    private void count(String who) {
        kills.merge(who.startsWith("app") ? "the app" : who, 1, Integer::sum);
    }

    void compared(String what, long count) {
        compared.merge(what, count, Long::sum);
    }

    void differs(String difference) {
        differences.add(difference);
    }

    List<String> differences() {
        return differences;
    }

    /** How often somebody was killed. */
    int kills(String who) {
        return kills.getOrDefault(who, 0);
    }

    void says(String what, Object... arguments) {
        out.printf(
                Locale.ROOT,
                "%7.1f s  %s%n",
                (System.nanoTime() - begun) / 1e9,
                String.format(Locale.ROOT, what, arguments));
        out.flush();
    }

    void ends() {
        out.println();
        kills.forEach((who, count) -> out.printf(Locale.ROOT, "  kill -9 of %-12s %9d%n", who, count));
        if (hanging > 0) {
            out.printf(Locale.ROOT, "  hanging transactions     %9d ended%n", hanging);
        }
        line("until ready", ready);
        line("until caught up", caughtUp);
        compared.forEach((what, count) -> out.printf(Locale.ROOT, "  %-24s %9d compared%n", what, count));
        out.printf(
                Locale.ROOT,
                "  differences: %d%s%n",
                differences.size(),
                differences.isEmpty() ? "" : ", seed " + ordeal.seed());
        differences.stream().limit(MOST_SHOWN).forEach(difference -> out.println("    " + difference));
        if (differences.size() > MOST_SHOWN) {
            out.printf(Locale.ROOT, "    and %d more%n", differences.size() - MOST_SHOWN);
        }
        out.flush();
    }

    private void line(String what, List<Duration> times) {
        List<Duration> sorted = times.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "  %-24s median %.1f s, longest %.1f s%n",
                    what,
                    sorted.get(sorted.size() / 2).toMillis() / 1e3,
                    sorted.get(sorted.size() - 1).toMillis() / 1e3);
        }
    }
}
