package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.Line;
import io.ringside.core.contacts.Sightings;
import io.ringside.core.contacts.Sightings.Place;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Event;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

/** How contacts are stored: their events, what has been stated of them, and what snapshots say of them. */
public final class ContactCodec {
    private static final int OLDEST = 1;

    /** Since 2 with what snapshots say. */
    private static final int VERSION = 2;

    private static final Measure[] MEASURES = Measure.values();

    /** Contacts, format 2; format 1 is read, too. */
    public static final Codec<Contact> CONTACTS = Codec.of(OLDEST, VERSION, ContactCodec::write, ContactCodec::read);

    private ContactCodec() {}

    private static void write(Contact contact, ByteWriter out) {
        out.near(contact.events().isEmpty() ? 0 : contact.events().get(0).at());
        out.writeMoment(contact.now()).writeMoment(contact.scheduled());
        out.writeInt(contact.events().size());
        for (Event event : contact.events()) {
            EventCodec.write(event, out);
        }
        writeFacts(contact.stated(), out);
        out.writeInt(contact.revisions().size());
        contact.revisions().forEach((row, revision) -> out.writeString(row).writeInt(revision));
        out.writeInt(contact.reported().size());
        contact.reported().forEach(out::writeString);
        writeMoments(contact.sightings().listed(), out);
        writeMoments(contact.sightings().missed(), out);
    }

    private static Contact read(int version, ByteReader in) {
        in.readNear();
        long now = in.readMoment();
        long scheduled = in.readMoment();
        List<Event> events = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            events.add(EventCodec.read(in));
        }
        List<Fact> stated = readFacts(in);
        Map<String, Integer> revisions = new HashMap<>(4);
        for (int i = in.readInt(); i > 0; i--) {
            revisions.put(in.readString(), in.readInt());
        }
        int odd = in.readInt();
        Set<String> reported = odd == 0 ? Set.of() : new HashSet<>();
        for (int i = odd; i > 0; i--) {
            reported.add(in.readString());
        }
        Sightings sightings =
                version < 2 ? new Sightings(Map.of(), Map.of()) : new Sightings(readMoments(in), readMoments(in));
        return new Contact(events, stated, revisions, reported, now, scheduled, sightings);
    }

    private static void writeMoments(Map<Place, Long> moments, ByteWriter out) {
        out.writeInt(moments.size());
        moments.forEach((place, at) -> out.writeString(place.line().queue().key())
                .writeString(place.line().source())
                .writeString(place.visit())
                .writeMoment(at));
    }

    private static Map<Place, Long> readMoments(ByteReader in) {
        int size = in.readInt();
        if (size == 0) {
            return Map.of();
        }
        Map<Place, Long> moments = new HashMap<>();
        for (int i = size; i > 0; i--) {
            Line line = new Line(Scope.parse(in.readString()), in.readString());
            moments.put(new Place(line, in.readString()), in.readMoment());
        }
        return moments;
    }

    /** Each scope once, then the facts by its number. */
    private static void writeFacts(List<Fact> facts, ByteWriter out) {
        List<Scope> scopes = new ArrayList<>(2);
        for (Fact fact : facts) {
            if (!scopes.contains(fact.scope())) {
                scopes.add(fact.scope());
            }
        }
        out.writeInt(scopes.size());
        scopes.forEach(scope -> out.writeString(scope.key()));
        out.writeInt(facts.size());
        for (Fact fact : facts) {
            out.writeInt(scopes.indexOf(fact.scope()));
            writeFact(fact, out);
        }
    }

    private static List<Fact> readFacts(ByteReader in) {
        List<Scope> scopes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            scopes.add(Scope.parse(in.readString()));
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            facts.add(readFact(scopes.get(in.readInt()), in));
        }
        return facts;
    }

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; Measure says so
    private static void writeFact(Fact fact, ByteWriter out) {
        out.writeByte(fact.measure().ordinal())
                .writeMoment(fact.happenedAt())
                .writeMoment(fact.arrivedAt())
                .writeLong(fact.value());
    }

    private static Fact readFact(Scope scope, ByteReader in) {
        return new Fact(scope, MEASURES[in.readByte()], in.readMoment(), in.readMoment(), in.readLong());
    }
}
