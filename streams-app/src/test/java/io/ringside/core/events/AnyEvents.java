package io.ringside.core.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

import io.ringside.core.events.Event.Credit;

/** Events as they may come: of every kind, for few visits and legs, at moments that collide, in no order that makes sense. */
public final class AnyEvents {
    /** The moments of a history reach from 0 to this, epoch milliseconds. */
    public static final long LATEST = 60_000;

    private static final Arbitrary<String> VISITS = Arbitraries.of("", "", "v2");
    private static final Arbitrary<String> LEGS = Arbitraries.of("", "", "l2");
    private static final Arbitrary<String> AGENTS = Arbitraries.of("ada", "bob");
    private static final Arbitrary<String> QUEUES = Arbitraries.of("sales", "care");
    private static final Arbitrary<String> SOURCES = Arbitraries.of("", "pbx", "pbx", "other");
    private static final Arbitrary<Long> MOMENTS =
            Arbitraries.longs().between(0, LATEST / 5_000).map(step -> step * 5_000);

    private AnyEvents() {}

    /** What happens, but not yet which event it is. */
    private interface Happening {
        Event as(String id, long at);
    }

    private record Moment(Happening happening, long at) {}

    /** Some events of one contact, each with an id of its own. */
    public static Arbitrary<List<Event>> histories() {
        return moments().list().ofMinSize(1).ofMaxSize(14).map(moments -> {
            List<Event> events = new ArrayList<>();
            moments.forEach(moment -> events.add(moment.happening.as("e" + events.size(), moment.at)));
            return events;
        });
    }

    /** One event of any kind. */
    public static Arbitrary<Event> event() {
        return moments().map(moment -> moment.happening.as("e", moment.at));
    }

    private static Arbitrary<Moment> moments() {
        return Combinators.combine(happening(), MOMENTS).as(Moment::new);
    }

    private static Arbitrary<Happening> happening() {
        return Arbitraries.oneOf(List.of(ofVisit(), ofVisit(), ofLeg(), ofLeg(), ofLeg(), ofTicket(), ofContact()));
    }

    private static Arbitrary<Happening> ofVisit() {
        return Arbitraries.oneOf(
                Combinators.combine(VISITS, Arbitraries.of(Channel.VOICE, Channel.CHAT), QUEUES, SOURCES)
                        .as((visit, channel, queue, source) ->
                                (id, at) -> new Event.Enqueued(id, at, visit, channel, queue, source)),
                VISITS.map(visit -> (id, at) -> new Event.Abandoned(id, at, visit)),
                Combinators.combine(VISITS, Arbitraries.of(Event.FlowOutReason.class))
                        .as((visit, reason) -> (id, at) -> new Event.FlowedOut(id, at, visit, reason)),
                Combinators.combine(VISITS, Arbitraries.of(Event.Side.class))
                        .as((visit, side) -> (id, at) -> new Event.MessageSent(id, at, visit, side)));
    }

    private static Arbitrary<Happening> ofLeg() {
        return Combinators.combine(
                        VISITS,
                        LEGS,
                        AGENTS,
                        AGENTS.optional(),
                        Arbitraries.of(Event.TransferKind.class),
                        Arbitraries.integers().between(0, 11))
                .as((visit, leg, agent, team, transfer, kind) -> (id, at) -> switch (kind) {
                    case 0 -> new Event.Rang(id, at, visit, leg, agent);
                    case 1 -> new Event.RingNotAnswered(id, at, visit, leg, agent);
                    case 2 -> new Event.Held(id, at, visit, leg);
                    case 3 -> new Event.Resumed(id, at, visit, leg);
                    case 4 -> new Event.Consulted(id, at, visit, leg);
                    case 5 -> new Event.Transferred(id, at, visit, leg, transfer);
                    case 6, 7 -> new Event.TalkEnded(id, at, visit, leg);
                    case 8, 9 -> new Event.WrappedUp(id, at, visit, leg);
                    default -> new Event.Answered(id, at, visit, leg, agent, team);
                });
    }

    private static Arbitrary<Happening> ofTicket() {
        return Arbitraries.oneOf(
                QUEUES.map(queue -> (id, at) -> new Event.TicketCreated(id, at, queue)),
                Combinators.combine(QUEUES.optional(), AGENTS.optional())
                        .as((queue, agent) -> (id, at) -> new Event.TicketAssigned(id, at, queue, agent)),
                Combinators.combine(Arbitraries.of(Event.Side.class), AGENTS.optional())
                        .as((side, agent) -> (id, at) -> new Event.TicketReplied(id, at, side, agent)),
                Arbitraries.of(Event.TicketStatus.class)
                        .map(status -> (id, at) -> new Event.TicketStatusChanged(id, at, status)));
    }

    private static Arbitrary<Happening> ofContact() {
        return Arbitraries.oneOf(
                Arbitraries.just((id, at) -> new Event.Escalated(id, at)),
                Arbitraries.just((id, at) -> new Event.Complained(id, at)),
                credits().map(credit -> (id, at) -> new Event.SurveySent(id, at, "", credit)),
                Combinators.combine(ratings(), credits())
                        .as((csat, credit) -> (id, at) -> new Event.SurveyAnswered(id, at, "", csat, credit)));
    }

    private static Arbitrary<Optional<Csat>> ratings() {
        return Arbitraries.integers()
                .between(1, 5)
                .map(rating -> new Csat(rating, 1, 5))
                .optional();
    }

    private static Arbitrary<Optional<Credit>> credits() {
        return Combinators.combine(Arbitraries.of(Channel.class), QUEUES, AGENTS.optional())
                .as(Credit::new)
                .optional();
    }
}
