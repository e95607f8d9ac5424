package io.ringside.local;

/** A file could not be played in; the message says why. */
final class ReplayFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReplayFailed(String message, Throwable cause) {
        super(message, cause);
    }

    ReplayFailed(String message) {
        super(message);
    }
}
