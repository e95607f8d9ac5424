package io.ringside.schemas.wire;

/**
 * The registry cannot be reached at the moment, or is not in order (HTTP 5xx, 429). Temporary: wait, then try the same
 * record again. The message says what was tried and what came of it.
 */
public final class RegistryUnreachableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final String wrong;

    public RegistryUnreachableException(String message, Throwable cause) {
        this(message, message, cause);
    }

    /** @param wrong each address with what is wrong there, without what was asked */
    RegistryUnreachableException(String message, String wrong, Throwable cause) {
        super(message, cause);
        this.wrong = wrong;
    }

    /** Where it was looked for and what is wrong, for a person: {@code http://localhost:8081: connection refused}. */
    public String wrong() {
        return wrong;
    }
}
