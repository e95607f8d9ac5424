package io.ringside.core.facts;

import java.util.List;

/**
 * A fact, stated ({@code +}) or taken back ({@code −}). A correction is the old one taken back and the new one stated.
 *
 * @param cause why windows that have closed are stated again for it
 */
public record Posting(Fact fact, int sign, Cause cause) {
    public Posting {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("a sign is 1 or -1, not " + sign);
        }
    }

    /** Because something happened. */
    public Posting(Fact fact, int sign) {
        this(fact, sign, Cause.LATE_EVENT);
    }

    /** These with another cause. */
    public static List<Posting> because(Cause cause, List<Posting> postings) {
        return postings.stream()
                .map(posting -> new Posting(posting.fact, posting.sign, cause))
                .toList();
    }
}
