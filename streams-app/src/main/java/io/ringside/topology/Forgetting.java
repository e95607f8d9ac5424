package io.ringside.topology;

import java.util.function.Consumer;

import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.topology.state.WriteBehindStore;

/** Forgets contacts that nothing more is to come of, by going round all of them a few at a time. */
final class Forgetting {
    /** A round takes about as many beats: half a day, where they come twice a second. */
    private static final long BEATS_A_ROUND = 86_400;

    private final WriteBehindStore<String, Contact> contacts;
    private final ContactLimits limits;
    private final Consumer<String> forgotten;

    /** @param forgotten is told of each */
    Forgetting(WriteBehindStore<String, Contact> contacts, ContactLimits limits, Consumer<String> forgotten) {
        this.contacts = contacts;
        this.limits = limits;
        this.forgotten = forgotten;
    }

    /** Looks at the next few. */
    void goOn(long now) {
        long few = 1 + contacts.approximateNumEntries() / BEATS_A_ROUND;
        contacts.visitNext((int) few, (id, contact) -> {
            if (contact.isForgettable(now, limits)) {
                contacts.remove(id);
                forgotten.accept(id);
            }
        });
    }
}
