package io.ringside.local.torture;

/** The torture did not come to its end; the message says at what. */
final class TortureFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TortureFailed(String message) {
        super(message);
    }
}
