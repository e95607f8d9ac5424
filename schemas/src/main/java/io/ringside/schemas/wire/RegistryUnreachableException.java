package io.ringside.schemas.wire;

/**
 * The registry cannot be reached at the moment, or is not in order (HTTP 5xx, 429). Temporary: wait, then try the same
 * record again. The message says what was tried and what came of it.
 */
public final class RegistryUnreachableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RegistryUnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
