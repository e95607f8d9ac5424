package io.ringside.core.definitions;

import java.util.List;

/** A change of settings is not right, and changes nothing. The message has all that is wrong, a line each. */
public final class ChangeRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ChangeRefusedException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
