package io.ringside.core.kpis;

/**
 * Why a closed window is to be stated again, and what was stated of it.
 *
 * @param causes a set of {@link io.ringside.core.facts.Cause}s
 * @param tally what was counted in it
 * @param waitingAtStart who waited at its start, by outcome
 * @param waitingAtEnd who waited at its end, by outcome
 */
public record Restatement(int causes, PackedTally tally, long waitingAtStart, long waitingAtEnd) {

    Restatement and(int more) {
        return new Restatement(causes | more, tally, waitingAtStart, waitingAtEnd);
    }
}
