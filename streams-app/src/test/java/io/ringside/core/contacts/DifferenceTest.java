package io.ringside.core.contacts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Csat;
import io.ringside.core.events.Event;
import io.ringside.core.facts.Cause;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;

import static org.assertj.core.api.Assertions.assertThat;

/** Why a contact changes what it stated. */
final class DifferenceTest {
    private static final Event CAME = new Event.Enqueued("1", 10_000, "", Channel.VOICE, "sales");
    private static final Event ANSWERED = new Event.Answered("2", 30_000, "", "", "ada", Optional.empty());
    private static final Event TICKET = new Event.TicketCreated("1", 10_000, "mail");
    private static final Event SOLVED = new Event.TicketStatusChanged("2", 50_000, Event.TicketStatus.SOLVED);

    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofHours(12),
            Duration.ofDays(90),
            Duration.ofDays(8),
            Duration.ofDays(2),
            10_000,
            Duration.ofSeconds(10));

    private final Contact contact = new Contact();

    private List<Posting> postings(Event event) {
        List<Posting> postings = new ArrayList<>();
        Folding.apply(contact, event, FixedDefinitions.UTC, LIMITS)
                .ifPresent(change -> postings.addAll(change.postings()));
        return postings;
    }

    private Set<Cause> causes(Event event) {
        return postings(event).stream().map(Posting::cause).collect(Collectors.toSet());
    }

    @Test
    void anEventThatFitsIsNoCorrection() {
        assertThat(causes(CAME)).containsOnly(Cause.LATE_EVENT);
        assertThat(causes(ANSWERED)).containsOnly(Cause.LATE_EVENT);
    }

    @Test
    void anEarlierAnswerThatWinsIsACorrection() {
        postings(CAME);
        postings(ANSWERED);

        assertThat(causes(new Event.Answered("3", 20_000, "", "", "bob", Optional.empty())))
                .containsOnly(Cause.CORRECTION);
    }

    @Test
    void aRealEndOfAContactThatWasClosedByForceIsACorrection() {
        postings(CAME);
        contact.timePasses(Duration.ofDays(2).toMillis(), FixedDefinitions.UTC, LIMITS, Snapshots.NONE);

        assertThat(causes(ANSWERED)).containsOnly(Cause.CORRECTION);
    }

    @Test
    void aTicketThatIsReopenedSaysSo() {
        postings(TICKET);
        assertThat(causes(SOLVED)).containsOnly(Cause.LATE_EVENT);

        Event reopens = new Event.TicketStatusChanged("3", 90_000, Event.TicketStatus.OPEN);
        assertThat(causes(reopens)).containsOnly(Cause.REOPENED);
    }

    @Test
    void aTicketThatMovesToAnotherQueueCorrectsBoth() {
        postings(TICKET);

        assertThat(causes(new Event.TicketAssigned("2", 20_000, Optional.of("claims"), Optional.empty())))
                .containsOnly(Cause.CORRECTION);
    }

    @Test
    void aSurveyAnswerIsASurveyUntilAnotherOneWins() {
        postings(CAME);
        postings(ANSWERED);
        Event second = new Event.SurveyAnswered("5", 90_000, "s", Optional.of(new Csat(5, 1, 5)), Optional.empty());
        Event first = new Event.SurveyAnswered("4", 80_000, "s", Optional.of(new Csat(1, 1, 5)), Optional.empty());

        assertThat(causes(second)).containsOnly(Cause.SURVEY);
        List<Posting> corrected = postings(first);
        assertThat(corrected).extracting(Posting::cause).containsOnly(Cause.CORRECTION);
        assertThat(corrected).extracting(posting -> posting.fact().measure()).contains(Measure.CSAT_ANSWERS);
    }
}
