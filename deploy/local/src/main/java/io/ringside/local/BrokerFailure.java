package io.ringside.local;

/** The embedded broker cannot do what it was asked; the message says what, with the first cause. */
public final class BrokerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerFailure(String message, Exception cause) {
        super(message + ": " + firstCause(cause).getMessage(), cause);
    }

    BrokerFailure(String message) {
        super(message);
    }

    private static Throwable firstCause(Throwable failure) {
        return failure.getCause() == null ? failure : firstCause(failure.getCause());
    }
}
