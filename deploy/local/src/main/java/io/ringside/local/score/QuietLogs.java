package io.ringside.local.score;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what broker and app say while they start and stop from the screen of somebody who wants a result. What goes wrong is no less
 * heard: it ends the command, with its first cause.
 */
public final class QuietLogs {
    private static final List<String> LIBRARIES =
            List.of("org.apache.kafka", "kafka", "io.micrometer", "io.javalin", "org.eclipse");

    private QuietLogs() {}

    /**
     * From now on.
     *
     * @param queuesAreNamed whether a queue that the configuration does not name is worth a word
     */
    public static void keep(boolean queuesAreNamed) {
        LIBRARIES.forEach(library -> level(library, Level.OFF));
        level("io.ringside", queuesAreNamed ? Level.WARN : Level.ERROR);
    }

    private static void level(String name, Level level) {
        if (LoggerFactory.getLogger(name) instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
