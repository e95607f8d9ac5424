package io.ringside.core.alerts;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import io.ringside.core.scorecards.Scorecard;

/**
 * A change of an alert. Moments are epoch milliseconds, values in the unit of the rule's KPI.
 *
 * @param id stable over one episode
 * @param scorecard what it was judged by
 * @param breachedAt when the breach began
 * @param at when this was said
 * @param limit what was to be kept
 * @param volume how many contacts the value rests on, where it rests on contacts
 */
public record Alert(
        String id,
        String rule,
        State state,
        Scorecard scorecard,
        long breachedAt,
        long at,
        OptionalDouble value,
        double worst,
        double limit,
        OptionalLong volume,
        String text) {

    /** Where an alert stands. */
    public enum State {
        OPEN,
        UPDATED,
        RESOLVED
    }
}
