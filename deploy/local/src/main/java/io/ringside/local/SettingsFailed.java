package io.ringside.local;

/** Settings could not be read or written; the message says why. */
final class SettingsFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsFailed(String message) {
        super(message);
    }

    SettingsFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
