package io.ringside.local.score;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells a person on standard error how far a step has come: as a bar that is written over itself on a terminal, else as one line when the
 * step begins and one when it is done.
 */
final class Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private String step = "";
    private long since;
    private long drawn;

    /** @param terminal whether a line can be written over */
    Progress(PrintWriter err, boolean terminal) {
        this(err, terminal, System::nanoTime);
    }

    Progress(PrintWriter err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
    }

    /** Begins a step, for example {@code Reading calls.csv}. */
    void begin(String what) {
        step = what;
        since = nanos.getAsLong();
        drawn = since - REDRAW_NANOS;
        if (!terminal) {
            err.println(step + " …");
            err.flush();
        }
        at(0);
    }

    /** Shows how far the step has come, 0 to 1; cheap, to be called often. */
    void at(double fraction) {
        long now = nanos.getAsLong();
        if (terminal && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            int full = (int) Math.round(Math.max(0, Math.min(1, fraction)) * WIDTH);
            err.printf(
                    Locale.ROOT,
                    "%s%s [%s%s] %3.0f %%",
                    CLEAR_LINE,
                    step,
                    "#".repeat(full),
                    ".".repeat(WIDTH - full),
                    fraction * 100);
            err.flush();
        }
    }

    /** Ends the step, with what came of it, for example {@code 31,125 rows}. */
    void done(String result) {
        double seconds = (nanos.getAsLong() - since) / 1e9;
        err.printf(Locale.ROOT, "%s%s: %s in %.1f s%n", terminal ? CLEAR_LINE : "", step, result, seconds);
        err.flush();
    }

    /** Takes an unfinished bar away, so that what follows begins on a line of its own. */
    void abandon() {
        if (terminal) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
