package io.ringside.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ringside.core.contacts.Line;
import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Wait;
import io.ringside.topology.state.ByteReader;
import io.ringside.topology.state.ByteWriter;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.ObjectStore;

/** Who waits in which line, and which snapshots would end it. What comes and leaves between two commits is never written. */
final class Waits {
    static final Codec<Place> KEYS = Codec.ofKey(Waits::write, Waits::readPlace);
    static final Codec<Stretch> VALUES =
            Codec.of(1, (stretch, out) -> out.writeLong(stretch.from).writeLong(stretch.until), Waits::readStretch);

    private final ObjectStore<Place, Stretch> store;
    private final Map<Line, Map<String, Stretch>> byLine = new HashMap<>();
    private final Map<String, Set<Line>> byContact = new HashMap<>();

    /** A contact in a line. */
    record Place(Line line, String contact) {}

    /** Snapshots from one moment until another, epoch milliseconds. */
    record Stretch(long from, long until) {
        boolean holds(long at) {
            return at >= from && at <= until;
        }
    }

    /** Opens them on what the store holds. */
    Waits(ObjectStore<Place, Stretch> store) {
        this.store = store;
        store.forEach((place, stretch) -> keep(place, stretch));
    }

    /** Takes in where a contact waits now. */
    void note(String contact, List<Wait> waits) {
        Set<Line> before = byContact.getOrDefault(contact, Set.of());
        if (waits.isEmpty() && before.isEmpty()) {
            return;
        }
        Map<Line, Stretch> now = new HashMap<>();
        for (Wait wait : waits) {
            now.merge(wait.line(), new Stretch(wait.from(), wait.until()), Waits::both);
        }
        for (Line line : List.copyOf(before)) {
            if (!now.containsKey(line)) {
                drop(new Place(line, contact));
            }
        }
        now.forEach((line, stretch) -> {
            if (!stretch.equals(byLine.getOrDefault(line, Map.of()).get(contact))) {
                keep(new Place(line, contact), stretch);
                store.put(new Place(line, contact), stretch);
            }
        });
    }

    /** Forgets a contact that is no more. */
    void forget(String contact) {
        note(contact, List.of());
    }

    /** The contacts whose wait a snapshot would end, unless it lists them. */
    List<String> endedBy(Snapshot snapshot) {
        List<String> ended = new ArrayList<>();
        byLine.getOrDefault(snapshot.line(), Map.of()).forEach((contact, stretch) -> {
            if (stretch.holds(snapshot.at())) {
                ended.add(contact);
            }
        });
        return ended;
    }

    private void keep(Place place, Stretch stretch) {
        byLine.computeIfAbsent(place.line, line -> new HashMap<>()).put(place.contact, stretch);
        byContact.computeIfAbsent(place.contact, contact -> new HashSet<>(2)).add(place.line);
    }

    private void drop(Place place) {
        store.remove(place);
        byLine.get(place.line).remove(place.contact);
        byLine.computeIfPresent(place.line, (line, here) -> here.isEmpty() ? null : here);
        byContact.get(place.contact).remove(place.line);
        byContact.computeIfPresent(place.contact, (contact, lines) -> lines.isEmpty() ? null : lines);
    }

    private static Stretch both(Stretch one, Stretch other) {
        return new Stretch(Math.min(one.from, other.from), Math.max(one.until, other.until));
    }

    private static void write(Place place, ByteWriter out) {
        SnapshotLog.write(place.line, out).writeString(place.contact);
    }

    private static Place readPlace(ByteReader in) {
        return new Place(SnapshotLog.readLine(in), in.readString());
    }

    private static Stretch readStretch(ByteReader in) {
        return new Stretch(in.readLong(), in.readLong());
    }
}
