package io.ringside.schemas.wire;

/**
 * The registry answered, and the answer is no: wrong credentials, an incompatible or unregistered schema, or an address
 * that is no registry. Trying again does not help; a person has to. The message says what was asked, for which subject
 * or id, and what the registry said.
 */
public final class RegistryRefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final int status;

    public RegistryRefusedException(int status, String message) {
        super(message, null);
        this.status = status;
    }

    /** The HTTP status of the answer, for example 401, or 409 for an incompatible schema. */
    public int status() {
        return status;
    }
}
