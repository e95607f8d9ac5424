package io.ringside.core.facts;

/** A fact, stated ({@code +}) or taken back ({@code −}). A correction is the old one taken back and the new one stated. */
public record Posting(Fact fact, int sign) {
    public Posting {
        if (sign != 1 && sign != -1) {
            throw new IllegalArgumentException("a sign is 1 or -1, not " + sign);
        }
    }
}
