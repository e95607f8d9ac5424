package io.ringside.topology;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

import io.ringside.core.contacts.Contact;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.ObjectStore;

/** When contacts are to be woken, ordered by time. Moments are epoch milliseconds. */
final class Deadlines {
    /** How they are stored: all that there is to say is in the key. */
    static final Codec<Due> KEYS = Codec.ofKey(Deadlines::write, Deadlines::read);

    static final Codec<Boolean> VALUES = Codec.of(1, (set, out) -> {}, in -> true);

    private static final Comparator<Due> BY_TIME =
            Comparator.comparingLong(Due::at).thenComparing(Due::contact);

    private final ObjectStore<Due, Boolean> store;
    private final NavigableSet<Due> byTime = new TreeSet<>(BY_TIME);

    /** Opens them on what the store holds. */
    Deadlines(ObjectStore<Due, Boolean> store) {
        this.store = store;
        store.forEach((due, set) -> byTime.add(due));
    }

    /** A contact that is to be woken at a moment. */
    record Due(long at, String contact) {}

    /** Has a contact woken at a moment, in place of the one that was arranged; never if it is the largest long. */
    void set(String id, Contact contact, long moment) {
        if (moment == contact.scheduled()) {
            return;
        }
        if (contact.scheduled() != Long.MAX_VALUE) {
            remove(new Due(contact.scheduled(), id));
        }
        contact.scheduled(moment);
        if (moment != Long.MAX_VALUE) {
            byTime.add(new Due(moment, id));
            store.put(new Due(moment, id), true);
        }
    }

    private void remove(Due due) {
        byTime.remove(due);
        store.remove(due);
    }

    /** Takes out the earliest that is due by a moment. */
    Optional<Due> take(long until) {
        if (byTime.isEmpty() || byTime.first().at > until) {
            return Optional.empty();
        }
        Due due = byTime.first();
        remove(due);
        return Optional.of(due);
    }

    private static void write(Due due, ByteWriter out) {
        out.writeSortable(due.at).writeString(due.contact);
    }

    private static Due read(ByteReader in) {
        return new Due(in.readSortable(), in.readString());
    }
}
