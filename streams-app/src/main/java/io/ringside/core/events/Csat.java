package io.ringside.core.events;

/**
 * A satisfaction answer on its scale.
 *
 * @param rating the answer, from {@code lowest} to {@code highest}
 */
public record Csat(int rating, int lowest, int highest) {
    public Csat {
        if (lowest >= highest || rating < lowest || rating > highest) {
            throw new IllegalArgumentException(
                    "a rating of " + rating + " is not on a scale from " + lowest + " to " + highest);
        }
    }

    /** Whether it is in the top two boxes; on a scale of two, in the upper one. */
    public boolean satisfied() {
        boolean binary = highest - lowest == 1;
        return rating > highest - (binary ? 1 : 2);
    }

    /** The answer carried over to a scale from 1 to 5, in thousandths. */
    public long thousandths() {
        return 1_000 + Math.round(4_000.0 * (rating - lowest) / (highest - lowest));
    }
}
