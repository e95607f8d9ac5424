package io.ringside.local;

/** The schema registry did not start or refused its configuration; the message says why. */
public final class RegistryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegistryFailure(String message) {
        super(message);
    }

    RegistryFailure(String message, Exception cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
