package io.ringside.core.contacts;

import java.util.Optional;

import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.events.Event;
import io.ringside.core.events.RefusedException;

/** Folds one event at a time, as where a beat follows each. */
public final class Folding {
    private Folding() {}

    /** What a fold rests on. */
    public record World(Definitions definitions, ContactLimits limits) {}

    /** Takes an event in and restates the contact; empty for a duplicate. */
    public static Optional<Change> apply(Contact contact, Event event, Definitions definitions, ContactLimits limits) {
        try {
            return contact.take(event, definitions, limits)
                    ? Optional.of(contact.timePasses(Long.MIN_VALUE, definitions, limits, Snapshots.NONE))
                    : Optional.empty();
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }
}
