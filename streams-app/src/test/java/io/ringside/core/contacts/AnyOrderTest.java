package io.ringside.core.contacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

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
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;

/** The fold does not care in which order events come, how often, or when it is told that time has passed. */
final class AnyOrderTest {
    private static final FixedDefinitions DEFINITIONS = FixedDefinitions.UTC;
    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofSeconds(40),
            Duration.ofSeconds(70),
            Duration.ofSeconds(100),
            Duration.ofSeconds(45),
            1_000,
            Duration.ofSeconds(10));

    /** Late enough for everything to be closed. */
    private static final long END = AnyEvents.LATEST + 100_000;

    @Provide
    Arbitrary<List<Event>> histories() {
        return AnyEvents.histories();
    }

    /** What a reader of all that a contact states is left with. */
    private static final class Reader {
        final Map<Fact, Integer> counts = new HashMap<>();
        final Set<Oddity> oddities = new HashSet<>();

        void read(Change change) {
            for (Posting posting : change.postings()) {
                counts.merge(posting.fact(), posting.sign(), (a, b) -> a + b == 0 ? null : a + b);
            }
            for (Oddity oddity : change.oddities()) {
                assertThat(oddities).noneMatch(known -> known.event().equals(oddity.event()));
                oddities.add(oddity);
            }
        }
    }

    @Property(tries = 2_000)
    void theSameEventsInAnyOrderWithAnyDuplicatesStateTheSame(
            @ForAll("histories") List<Event> history, @ForAll Random random) throws RefusedException {
        Contact inOrder = new Contact();
        history.forEach(event -> Folding.apply(inOrder, event, DEFINITIONS, LIMITS));
        inOrder.timePasses(END, DEFINITIONS, LIMITS, Snapshots.NONE);

        List<Event> disorder = new ArrayList<>(history);
        history.stream().filter(event -> random.nextBoolean()).forEach(disorder::add);
        Collections.shuffle(disorder, random);
        Contact contact = new Contact();
        Reader reader = new Reader();
        for (Event event : disorder) {
            if (random.nextInt(3) == 0) {
                reader.read(contact.timePasses(random.nextLong(END), DEFINITIONS, LIMITS, Snapshots.NONE));
            }
            contact.take(event, DEFINITIONS, LIMITS);
            if (random.nextBoolean()) {
                reader.read(contact.timePasses(Long.MIN_VALUE, DEFINITIONS, LIMITS, Snapshots.NONE));
            }
        }
        reader.read(contact.timePasses(END, DEFINITIONS, LIMITS, Snapshots.NONE));

        assertThat(contact.stated()).isEqualTo(inOrder.stated());
        assertThat(reader.counts).isEqualTo(counts(contact.stated()));
        assertThat(rows(contact)).isEqualTo(rows(inOrder));
    }

    @Property(tries = 1_000)
    void whatDoesNotFitInTheEndWasSaidToBeOddOnce(@ForAll("histories") List<Event> history, @ForAll Random random) {
        List<Event> disorder = new ArrayList<>(history);
        Collections.shuffle(disorder, random);
        Contact contact = new Contact();
        Reader reader = new Reader();
        disorder.forEach(
                event -> Folding.apply(contact, event, DEFINITIONS, LIMITS).ifPresent(reader::read));
        reader.read(contact.timePasses(END, DEFINITIONS, LIMITS, Snapshots.NONE));

        Set<String> odd = new HashSet<>();
        read(contact, END).oddities.forEach(oddity -> odd.add(oddity.event().id()));
        assertThat(contact.reported()).containsAll(odd);
        assertThat(reader.oddities).hasSameSizeAs(contact.reported());
    }

    /** Whoever wakes a contact when it asked for, and no sooner, leaves it with what is true at that time. */
    @Property(tries = 1_000)
    void aContactThatIsWokenWhenItAskedStatesWhatIsTrueAtEveryMoment(
            @ForAll("histories") List<Event> history, @ForAll Random random) {
        Contact contact = new Contact();
        long wake = Long.MAX_VALUE;
        for (Event event : history) {
            Change change = Folding.apply(contact, event, DEFINITIONS, LIMITS).orElseThrow();
            wake = change.wake().orElse(Long.MAX_VALUE);
        }
        for (long now = 0; now <= END; now += 1 + random.nextInt(5_000)) {
            if (wake <= now) {
                wake = contact.timePasses(now, DEFINITIONS, LIMITS, Snapshots.NONE)
                        .wake()
                        .orElse(Long.MAX_VALUE);
            }
            List<Fact> due = Statement.of(read(contact, now), DEFINITIONS, now);
            assertThat(contact.stated()).as("stated at %d", now).isEqualTo(due);
        }
        assertThat(wake).isGreaterThan(AnyEvents.LATEST);
    }

    @Property(tries = 500)
    void aContactIsForgottenOnceItIsOverAndItsRetentionHasPassed(@ForAll("histories") List<Event> history) {
        Contact contact = new Contact();
        history.forEach(event -> Folding.apply(contact, event, DEFINITIONS, LIMITS));
        long last = history.stream().mapToLong(Event::at).max().orElseThrow();

        long kept = last + LIMITS.retention().toMillis();
        contact.timePasses(kept + 1, DEFINITIONS, LIMITS, Snapshots.NONE);
        assertThat(contact.isForgettable(kept, LIMITS)).isFalse();
        assertThat(contact.isForgettable(kept + 1, LIMITS)).isTrue();
    }

    private static Story read(Contact contact, long now) {
        return StoryReader.read(contact.events(), new Sightings(), Snapshots.NONE, LIMITS, now);
    }

    private static List<Row> rows(Contact contact) {
        return Row.of(read(contact, END), DEFINITIONS);
    }

    private static Map<Fact, Integer> counts(List<Fact> facts) {
        Map<Fact, Integer> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact, 1, Integer::sum));
        return counts;
    }
}
