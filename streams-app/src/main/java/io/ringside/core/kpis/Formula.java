package io.ringside.core.kpis;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.ringside.core.facts.Measure;

/** How a KPI is read off a tally and what is open now. */
sealed interface Formula {

    Reading read(Figures figures);

    /** For a person: numerator / denominator, or what else is computed. */
    String text();

    /** A count. */
    record Count(Term term) implements Formula {
        @Override
        public Reading read(Figures figures) {
            return Reading.ofCount(term.read(figures));
        }

        @Override
        public String text() {
            return term.text();
        }
    }

    /** A share or a mean: sums divided by counts. */
    record Quotient(Term numerator, Term denominator) implements Formula {
        @Override
        public Reading read(Figures figures) {
            return Reading.ofQuotient(numerator.read(figures), denominator.read(figures));
        }

        @Override
        public String text() {
            return bracketed(numerator.text()) + " / " + bracketed(denominator.text());
        }

        private static String bracketed(String term) {
            return term.contains(" + ") || term.contains(" − ") ? "(" + term + ")" : term;
        }
    }

    /** The value that the share {@code q} of all values does not exceed, in seconds. */
    record Percentile(Measure measure, double q) implements Formula {
        @Override
        public Reading read(Figures figures) {
            return Reading.ofValue(seconds(figures.distribution(measure).percentile(q)), figures.count(measure));
        }

        @Override
        public String text() {
            return "percentile " + Math.round(q * 100) + " of " + measure.id();
        }
    }

    /** The largest value, in seconds. */
    record Largest(Measure measure) implements Formula {
        @Override
        public Reading read(Figures figures) {
            return Reading.ofValue(seconds(figures.distribution(measure).max()), figures.count(measure));
        }

        @Override
        public String text() {
            return "largest of " + measure.id();
        }
    }

    /** The longest wait that ended, or still runs, in seconds. */
    record LongestWait() implements Formula {
        @Override
        public Reading read(Figures figures) {
            OptionalLong ended = figures.distribution(Measure.WAIT_ENDED).max();
            OptionalLong since = figures.live().waiting().oldestSince();
            OptionalLong now = figures.now();
            if (now.isEmpty() || since.isEmpty()) {
                return Reading.ofValue(seconds(ended), figures.count(Measure.WAIT_ENDED));
            }
            long running = Math.max(0, now.getAsLong() - since.getAsLong());
            return Reading.ofValue(
                    seconds(OptionalLong.of(Math.max(running, ended.orElse(0)))),
                    figures.count(Measure.WAIT_ENDED) + figures.live().waiting().count());
        }

        @Override
        public String text() {
            return "largest of wait_ended and the waits that still run";
        }
    }

    private static OptionalDouble seconds(OptionalLong millis) {
        return millis.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(millis.getAsLong() / 1000.0);
    }
}
