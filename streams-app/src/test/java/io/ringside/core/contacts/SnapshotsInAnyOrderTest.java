package io.ringside.core.contacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.ringside.core.contacts.Contact.Change;
import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.events.AnyEvents;
import io.ringside.core.events.Event;
import io.ringside.core.events.RefusedException;
import io.ringside.core.facts.Fact;

import static org.assertj.core.api.Assertions.assertThat;

/** Events and snapshots may come in any order and as often as they like: they end in the same contact. */
final class SnapshotsInAnyOrderTest {
    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofSeconds(40),
            Duration.ofSeconds(70),
            Duration.ofSeconds(100),
            Duration.ofSeconds(45),
            1_000,
            Duration.ofSeconds(10));
    private static final Folding.World WORLD = new Folding.World(FixedDefinitions.UTC, LIMITS);

    /** Late enough for everything to be closed. */
    private static final long END = AnyEvents.LATEST + 100_000;

    @Provide
    Arbitrary<List<Event>> histories() {
        return AnyEvents.histories();
    }

    @Provide
    Arbitrary<List<Snapshot>> snapshots() {
        return AnySnapshots.some();
    }

    /** A contact to which all of it comes, and what a reader of its facts is left with. */
    private static final class Run {
        final Contact contact = new Contact();
        final KnownSnapshots known = new KnownSnapshots();
        final Map<Fact, Integer> counts = new HashMap<>();

        void take(Object happening) throws RefusedException {
            if (happening instanceof Snapshot snapshot) {
                known.take(snapshot, AnySnapshots.CONTACT, contact, WORLD);
            } else {
                contact.take((Event) happening, WORLD.definitions(), LIMITS);
            }
        }

        void settle(long until) {
            Change change = contact.timePasses(until, WORLD.definitions(), LIMITS, known);
            change.postings()
                    .forEach(posting -> counts.merge(
                            posting.fact(), posting.sign(), (one, more) -> one + more == 0 ? null : one + more));
        }

        List<Row> rows() {
            return Row.of(
                    StoryReader.read(contact.events(), contact.sightings(), known, LIMITS, END), WORLD.definitions());
        }
    }

    private static List<Object> all(List<Event> history, List<Snapshot> snapshots) {
        List<Object> all = new ArrayList<>(history);
        all.addAll(snapshots);
        return all;
    }

    @Property(tries = 3_000)
    void theSameInAnyOrderWithAnyDuplicatesStatesTheSame(
            @ForAll("histories") List<Event> history,
            @ForAll("snapshots") List<Snapshot> snapshots,
            @ForAll Random random)
            throws RefusedException {
        Run inOrder = new Run();
        for (Object happening : all(history, snapshots)) {
            inOrder.take(happening);
        }
        inOrder.settle(END);

        List<Object> disorder = all(history, snapshots);
        all(history, snapshots).stream().filter(one -> random.nextBoolean()).forEach(disorder::add);
        Collections.shuffle(disorder, random);
        Run run = new Run();
        for (Object happening : disorder) {
            if (random.nextInt(3) == 0) {
                run.settle(random.nextLong(END));
            }
            run.take(happening);
            if (random.nextBoolean()) {
                run.settle(Long.MIN_VALUE);
            }
        }
        run.settle(END);

        assertThat(run.contact.stated()).isEqualTo(inOrder.contact.stated());
        assertThat(run.counts).isEqualTo(counts(run.contact.stated()));
        assertThat(run.rows()).isEqualTo(inOrder.rows());
    }

    /** Whoever folds a contact anew only for snapshots that list it or that its waits ask for misses nothing. */
    @Property(tries = 3_000)
    void onlySnapshotsThatItsWaitsAskForChangeAContactThatTheyDoNotList(
            @ForAll("histories") List<Event> history,
            @ForAll("snapshots") List<Snapshot> snapshots,
            @ForAll Random random)
            throws RefusedException {
        List<Object> disorder = all(history, snapshots);
        Collections.shuffle(disorder, random);
        Run always = new Run();
        Run onDemand = new Run();
        long now = 0;
        for (Object happening : disorder) {
            now += random.nextInt(3) * 2_000L;
            boolean concerned = concerns(happening, onDemand.contact);
            onDemand.take(happening);
            always.take(happening);
            always.settle(now);
            if (concerned) {
                onDemand.settle(now);
            }
            if (random.nextBoolean()) {
                // as a deadline would
                onDemand.settle(now);
                assertThat(onDemand.contact.stated()).isEqualTo(always.contact.stated());
            }
        }
        onDemand.settle(now);
        assertThat(onDemand.contact.stated()).isEqualTo(always.contact.stated());
    }

    private static boolean concerns(Object happening, Contact contact) {
        if (!(happening instanceof Snapshot snapshot)) {
            return true;
        }
        return snapshot.waiting().stream().anyMatch(listed -> listed.contact().equals(AnySnapshots.CONTACT))
                || contact.waits().stream()
                        .anyMatch(wait -> wait.line().equals(snapshot.line())
                                && snapshot.at() >= wait.from()
                                && snapshot.at() <= wait.until());
    }

    private static Map<Fact, Integer> counts(List<Fact> facts) {
        Map<Fact, Integer> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact, 1, Integer::sum));
        return counts;
    }
}
