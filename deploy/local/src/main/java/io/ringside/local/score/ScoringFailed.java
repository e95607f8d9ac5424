package io.ringside.local.score;

/** A log could not be scored, for a reason a person can do something about. */
final class ScoringFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScoringFailed(String message) {
        super(message);
    }

    ScoringFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
