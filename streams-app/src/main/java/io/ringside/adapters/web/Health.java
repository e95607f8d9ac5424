package io.ringside.adapters.web;

import java.util.List;

/** Whether this instance lives, and whether it serves. Asked by orchestrators every few seconds: answers must be quick. */
public interface Health {

    /** Whether it lives; if not, restart it. */
    Verdict live();

    /** Whether its figures can be used. */
    Verdict ready();

    /**
     * An answer.
     *
     * @param reasons why not, or what is amiss all the same; for a person
     */
    record Verdict(boolean ok, List<String> reasons) {
        public static final Verdict OK = new Verdict(true, List.of());

        public Verdict {
            reasons = List.copyOf(reasons);
        }

        public static Verdict no(String... reasons) {
            return new Verdict(false, List.of(reasons));
        }
    }
}
