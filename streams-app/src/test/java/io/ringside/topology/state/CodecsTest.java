package io.ringside.topology.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import io.ringside.core.agents.Agent;
import io.ringside.core.agents.StateChange;
import io.ringside.core.alerts.Episode;
import io.ringside.core.contacts.AnySnapshots;
import io.ringside.core.contacts.Contact;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.contacts.Folding;
import io.ringside.core.contacts.KnownSnapshots;
import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Snapshots;
import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.AnyEvents;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.facts.AnyFacts;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Accounts.Account;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Batches;
import io.ringside.core.kpis.Grain;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.PackedTally;
import io.ringside.core.kpis.Page;
import io.ringside.core.kpis.PageKey;
import io.ringside.core.kpis.Partial;
import io.ringside.core.kpis.Stocks;
import io.ringside.core.kpis.Tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is stored comes back as it was, and what another version stored is refused. */
final class CodecsTest {
    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofSeconds(40),
            Duration.ofSeconds(70),
            Duration.ofSeconds(100),
            Duration.ofSeconds(45),
            1_000,
            Duration.ofSeconds(10));
    private static final Folding.World WORLD = new Folding.World(FixedDefinitions.UTC, LIMITS);

    @Provide
    Arbitrary<Event> events() {
        return AnyEvents.event();
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return AnyEvents.histories();
    }

    @Provide
    Arbitrary<Fact> facts() {
        return AnyFacts.facts();
    }

    @Provide
    Arbitrary<Tally> tallies() {
        return AnyFacts.facts().list().ofMaxSize(30).map(facts -> {
            Tally tally = new Tally();
            facts.forEach(fact -> tally.count(fact, fact.value() % 3 == 0 ? -1 : 1));
            return tally;
        });
    }

    @Provide
    Arbitrary<PageKey> pageKeys() {
        return Combinators.combine(AnyFacts.scopes(), Arbitraries.of(Grain.class), Arbitraries.longs())
                .as(PageKey::new);
    }

    @Provide
    Arbitrary<Batch> batches() {
        return AnyFacts.facts().list().ofMinSize(1).ofMaxSize(10).map(facts -> {
            Scope scope = facts.get(0).scope();
            Batches batches = new Batches(10_000);
            facts.stream()
                    .map(fact -> new Fact(scope, fact.measure(), fact.happenedAt(), fact.arrivedAt(), fact.value()))
                    .forEach(fact -> batches.post(List.of(new Posting(fact, fact.value() % 2 == 0 ? 1 : -1))));
            List<Batch> drained = new ArrayList<>();
            batches.drain(drained::add);
            return drained.isEmpty() ? new Batch(scope, List.of(), List.of(), List.of()) : drained.get(0);
        });
    }

    @Provide
    Arbitrary<Live> lives() {
        Arbitrary<Live.Stock> stocks = Combinators.combine(Arbitraries.longs().between(0, 3), AnyFacts.moments())
                .as((count, since) -> count == 0 ? Live.Stock.EMPTY : new Live.Stock(count, OptionalLong.of(since)));
        return Combinators.combine(stocks, stocks, stocks).as(Live::new);
    }

    @Provide
    Arbitrary<List<Snapshot>> snapshots() {
        return AnySnapshots.some();
    }

    @Property(tries = 500)
    void events(@ForAll("events") Event event) {
        ByteWriter out = new ByteWriter();
        EventCodec.write(event, out);
        assertThat(EventCodec.read(new ByteReader(out.toBytes()))).isEqualTo(event);
    }

    /** A contact that is stored and read again between any two events goes on as if it had not been. */
    @Property(tries = 100)
    void contacts(@ForAll("histories") List<Event> history) {
        Contact kept = new Contact();
        Contact stored = new Contact();
        List<Object> ofKept = new ArrayList<>();
        List<Object> ofStored = new ArrayList<>();
        for (Event event : history) {
            Folding.apply(kept, event, FixedDefinitions.UTC, LIMITS).ifPresent(ofKept::add);
            Folding.apply(stored, event, FixedDefinitions.UTC, LIMITS).ifPresent(ofStored::add);
            stored.scheduled(event.at());
            Contact read = again(ContactCodec.CONTACTS, stored);
            assertThat(read.events()).isEqualTo(stored.events());
            assertThat(read.stated()).isEqualTo(stored.stated());
            assertThat(read.revisions()).isEqualTo(stored.revisions());
            assertThat(read.reported()).isEqualTo(stored.reported());
            assertThat(read.now()).isEqualTo(stored.now());
            assertThat(read.scheduled()).isEqualTo(event.at());
            stored = read;
        }
        ofKept.add(kept.timePasses(AnyEvents.LATEST, FixedDefinitions.UTC, LIMITS, Snapshots.NONE));
        ofStored.add(stored.timePasses(AnyEvents.LATEST, FixedDefinitions.UTC, LIMITS, Snapshots.NONE));
        assertThat(ofStored).isEqualTo(ofKept);
    }

    @Property(tries = 100)
    void tallies(@ForAll("tallies") Tally tally) {
        assertThat(PackedTally.ofBytes(PackedTally.of(tally).bytes()).unpack()).isEqualTo(tally);
    }

    @Property(tries = 100)
    void pageKeys(@ForAll("pageKeys") PageKey key) {
        assertThat(again(PageCodec.KEYS, key)).isEqualTo(key);
    }

    @Property(tries = 100)
    void pages(@ForAll @Size(max = 5) List<@From("tallies") Tally> tallies) {
        List<Tally> counted = tallies.stream().filter(tally -> !tally.isZero()).toList();
        short[] codes = new short[counted.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (short) (50 * i);
        }
        Page page = again(
                PageCodec.PAGES,
                Page.ofSlots(codes, counted.stream().map(PackedTally::of).toArray(PackedTally[]::new), 3));
        assertThat(page.level()).isEqualTo(3);
        assertThat(page.size()).isEqualTo(counted.size());
        for (int i = 0; i < counted.size(); i++) {
            assertThat(page.codeAt(i)).isEqualTo(50 * i);
            assertThat(page.tallyAt(i).unpack()).isEqualTo(counted.get(i));
        }
    }

    @Property(tries = 100)
    void accounts(@ForAll("tallies") Tally tally, @ForAll long first, @ForAll long last) {
        assertThat(again(PageCodec.ACCOUNTS, new Account(first, last, last, tally)))
                .isEqualTo(new Account(first, last, last, tally));
    }

    @Property(tries = 100)
    void stocks(@ForAll("pageKeys") PageKey key, @ForAll Measure measure, @ForAll int part, @ForAll long count) {
        Stocks.Key stock = new Stocks.Key(key.scope(), part, measure, key.start());
        assertThat(again(TallyCodec.STOCK_KEYS, stock)).isEqualTo(stock);
        assertThat(again(TallyCodec.COUNTS, count)).isEqualTo(count);
    }

    @Property(tries = 100)
    void batches(@ForAll("batches") Batch batch) {
        ByteWriter out = new ByteWriter();
        BatchCodec.writeBatch(batch, out);
        assertThat(BatchCodec.readBatch(new ByteReader(out.toBytes()))).isEqualTo(batch);
    }

    @Property(tries = 100)
    void partials(@ForAll("batches") Batch batch, @ForAll("lives") Live live) {
        Partial partial = new Partial(7, batch, live);
        ByteWriter out = new ByteWriter();
        BatchCodec.writePartial(partial, out);
        assertThat(BatchCodec.readPartial(new ByteReader(out.toBytes()))).isEqualTo(partial);
    }

    @Property(tries = 100)
    void episodes(
            @ForAll Episode.Phase phase,
            @ForAll long breachedAt,
            @ForAll long recoveredAt,
            @ForAll double worst,
            @ForAll double said,
            @ForAll long saidAt) {
        Episode episode = new Episode(phase, breachedAt, recoveredAt, worst, said, saidAt);
        assertThat(again(EpisodeCodec.EPISODES, episode)).isEqualTo(episode);
    }

    @Property(tries = 100)
    void agents(@ForAll StateChange.State state, @ForAll long at, @ForAll long until, @ForAll long letGo) {
        Agent agent = new Agent(List.of(new StateChange("e1", at, state)), until, letGo);
        Agent read = again(AgentCodec.AGENTS, agent);
        assertThat(read.changes()).isEqualTo(agent.changes());
        assertThat(read.statedUntil()).isEqualTo(until);
        assertThat(read.letGoUntil()).isEqualTo(letGo);
    }

    @Property
    void textsAreTheirUtf8BehindItsLength(@ForAll @From("texts") String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        assertThat(new ByteWriter().writeByte(7).writeString(text).toBytes())
                .isEqualTo(new ByteWriter().writeByte(7).writeBytes(utf8).toBytes());
    }

    /** Half of them plain, half of them anything. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ascii(), Arbitraries.strings());
    }

    @Property
    void sortableNumbersSortAsTheyAre(@ForAll long a, @ForAll long b) {
        byte[] first = new ByteWriter().writeSortable(a).toBytes();
        byte[] second = new ByteWriter().writeSortable(b).toBytes();
        assertThat(Integer.signum(Arrays.compareUnsigned(first, second))).isEqualTo(Long.compare(a, b));
    }

    /** Of snapshots, too: what they say is stored with it. */
    @Property(tries = 100)
    void contactsThatSnapshotsList(
            @ForAll("histories") List<Event> history, @ForAll("snapshots") List<Snapshot> snapshots) {
        KnownSnapshots known = new KnownSnapshots();
        Contact kept = new Contact();
        Contact stored = new Contact();
        for (Snapshot snapshot : snapshots) {
            known.take(snapshot, AnySnapshots.CONTACT, kept, WORLD);
            known.take(snapshot, AnySnapshots.CONTACT, stored, WORLD);
        }
        stored = again(ContactCodec.CONTACTS, stored);
        for (Event event : history) {
            Folding.apply(kept, event, FixedDefinitions.UTC, LIMITS);
            Folding.apply(stored, event, FixedDefinitions.UTC, LIMITS);
            kept.timePasses(event.at(), FixedDefinitions.UTC, LIMITS, known);
            stored.timePasses(event.at(), FixedDefinitions.UTC, LIMITS, known);
            stored = again(ContactCodec.CONTACTS, stored);
            assertThat(stored.sightings().listed()).isEqualTo(kept.sightings().listed());
            assertThat(stored.sightings().missed()).isEqualTo(kept.sightings().missed());
        }
        assertThat(stored.stated()).isEqualTo(kept.stated());
    }

    /** What a version before snapshots stored ends where they would begin. */
    @Property(tries = 50)
    void contactsOfFormatOneAreRead(@ForAll("histories") List<Event> history) {
        Contact contact = new Contact();
        history.stream()
                .map(CodecsTest::asBefore)
                .forEach(event -> Folding.apply(contact, event, FixedDefinitions.UTC, LIMITS));
        byte[] now = ContactCodec.CONTACTS.encode(contact);
        byte[] before = Arrays.copyOf(now, now.length - 2);
        before[0] = 1;

        Contact read = ContactCodec.CONTACTS.decode(before);
        assertThat(read.events()).isEqualTo(contact.events());
        assertThat(read.stated()).isEqualTo(contact.stated());
        assertThat(ContactCodec.CONTACTS.encode(read)).startsWith(2).hasSize(now.length);
    }

    /** Nobody asked who said so. */
    private static Event asBefore(Event event) {
        return event instanceof Event.Enqueued it
                ? new Event.Enqueued(it.id(), it.at(), it.visit(), it.channel(), it.queue())
                : event;
    }

    @Example
    void aStoredEventOfFormatOneIsReadAsItWas() {
        byte[] stored = {0, 4, 'e', '1', 20, 0, 0, 10, 's', 'a', 'l', 'e', 's'};
        assertThat(EventCodec.read(new ByteReader(stored)))
                .isEqualTo(new Event.Enqueued("e1", 10, "", Channel.VOICE, "sales"));
    }

    @Example
    void anotherFormatIsRefusedAndSaysWhich() {
        assertThatThrownBy(() -> ContactCodec.CONTACTS.decode(new byte[] {3, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a stored value has format 3, this version of Ringside reads 1 to 2");
        for (Codec<?> codec : List.of(PageCodec.PAGES, TallyCodec.COUNTS, EpisodeCodec.EPISODES, AgentCodec.AGENTS)) {
            assertThatThrownBy(() -> codec.decode(new byte[] {2, 0, 0, 0, 0, 0, 0, 0}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a stored value has format 2, this version of Ringside reads 1");
        }
    }

    @Example
    void bytesThatEndEarlyAreRefused() {
        byte[] whole = TallyCodec.COUNTS.encode(123_456_789L);
        assertThatThrownBy(() -> TallyCodec.COUNTS.decode(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("end early");
    }

    private static <T> T again(Codec<T> codec, T value) {
        return codec.decode(codec.encode(value));
    }
}
