package io.ringside.core.definitions;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of settings that was asked for while running.
 *
 * @param number the changes count up from 1
 * @param from the first moment at which it holds
 * @param text what changes, in the notation of the configuration
 * @param by who asked for it, where that is known
 * @param note why, where that was said
 * @param at when it was written
 */
public record Change(int number, Instant from, String text, Optional<String> by, Optional<String> note, Instant at) {

    /**
     * A change is written at least so long before it holds, so that every instance knows it by then: no figure depends
     * on when an instance hears of it.
     */
    public static final Duration LEAD = Duration.ofSeconds(5);

    /** Whether it came early enough to be known everywhere before its moment. */
    public boolean isInTime() {
        return !from.isBefore(at.plus(LEAD));
    }
}
