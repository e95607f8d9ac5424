package io.ringside.core.contacts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.core.definitions.FixedDefinitions;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Event.TicketStatus;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;

import static org.assertj.core.api.Assertions.assertThat;

/** Whom facts are credited to. */
final class CreditTest {
    private static final ContactLimits LIMITS = new ContactLimits(
            Duration.ofHours(12),
            Duration.ofDays(90),
            Duration.ofDays(8),
            Duration.ofDays(2),
            1_000,
            Duration.ofSeconds(10));
    private static final Scope ADA = Scope.agent("ada");
    private static final Scope MAIL = Scope.queue(Channel.TICKET, "mail");
    private static final Scope HELP = Scope.queue(Channel.CHAT, "help");

    @Test
    void whatBecomesOfATicketIsCountedForItsQueueAndItsAgent() {
        List<Fact> facts = stated(
                new Event.TicketCreated("1", 1_000, "mail"),
                new Event.TicketAssigned("2", 2_000, Optional.empty(), Optional.of("ada")),
                new Event.TicketStatusChanged("3", 3_000, TicketStatus.SOLVED),
                new Event.TicketStatusChanged("4", 4_000, TicketStatus.OPEN),
                new Event.TicketStatusChanged("5", 5_000, TicketStatus.CLOSED));

        for (Measure measure : List.of(
                Measure.TICKETS_CREATED,
                Measure.RESOLUTION,
                Measure.FULL_RESOLUTION,
                Measure.TICKETS_REOPENED,
                Measure.TICKETS_CLOSED)) {
            assertThat(scopes(facts, measure)).as(measure.id()).containsExactlyInAnyOrder(MAIL, ADA);
        }
    }

    @Test
    void theFirstReplyInAChatIsItsQueuesAndTheAgentsWhoHadItThen() {
        List<Fact> facts = stated(
                new Event.Enqueued("1", 1_000, "", Channel.CHAT, "help"),
                new Event.MessageSent("2", 2_000, "", Side.BOT),
                new Event.Answered("3", 3_000, "", "", "ada", Optional.empty()),
                new Event.MessageSent("4", 4_000, "", Side.AGENT));

        assertThat(scopes(facts, Measure.FIRST_RESPONSE)).containsExactlyInAnyOrder(HELP, ADA);
        assertThat(facts)
                .filteredOn(fact -> fact.measure() == Measure.FIRST_RESPONSE)
                .allSatisfy(fact -> {
                    assertThat(fact.value()).isEqualTo(3_000);
                    assertThat(fact.arrivedAt()).isEqualTo(1_000);
                });
    }

    private static List<Fact> stated(Event... events) {
        Contact contact = new Contact();
        for (Event event : events) {
            Folding.apply(contact, event, FixedDefinitions.UTC, LIMITS);
        }
        return contact.stated();
    }

    private static List<Scope> scopes(List<Fact> facts, Measure measure) {
        return facts.stream()
                .filter(fact -> fact.measure() == measure)
                .map(Fact::scope)
                .toList();
    }
}
