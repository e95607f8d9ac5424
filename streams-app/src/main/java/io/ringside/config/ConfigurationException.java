package io.ringside.config;

import java.util.List;

/** A configuration that cannot be used. The message names all its problems, one a line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigurationException(List<String> problems) {
        super(String.join("\n", problems));
    }

    /** Each problem with its path, place, rule and value, in the order in which they are written. */
    public List<String> problems() {
        return getMessage().lines().toList();
    }
}
