package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.ringside.schemas.events.FlowOutReason;

/**
 * A believable small center: an ordinary day is mostly within its targets, the late morning is tight, and one incident is enough for a breach.
 */
final class BerlinAndLisbon {
    private static final String BERLIN = "berlin";
    private static final String LISBON = "lisbon";
    private static final String SALES = "sales";
    private static final String SUPPORT = "support";
    private static final String BILLING = "billing";
    private static final String CHAT = "chat";
    private static final String TICKETS = "tickets";

    private static final DailyCurve BUSINESS_DAY = new DailyCurve(List.of(
            0.2, 0.16, 0.14, 0.14, 0.16, 0.2, 0.32, 0.5, 0.8, 1.0, 1.2, 1.2, 1.05, 1.05, 1.2, 1.15, 1.0, 0.85, 0.65,
            0.5, 0.42, 0.36, 0.28, 0.22));
    private static final Pickup PHONE = new Pickup(Span.lognormal(seconds(4), 0.5), 0.02, seconds(15), seconds(60));
    private static final Pickup SCREEN = new Pickup(Span.lognormal(seconds(6), 0.6), 0.02, seconds(30), seconds(60));
    private static final Patience CALLERS =
            new Patience(0.015, seconds(8), Optional.of(Span.lognormal(minutes(5), 1.2)));
    private static final Patience CHATTERS =
            new Patience(0.03, seconds(10), Optional.of(Span.lognormal(minutes(6), 1.0)));
    private static final FlowOut TIMED_OUT = new FlowOut(FlowOutReason.TIMED_OUT, minutes(20), 1, Optional.empty());
    private static final Surveying SURVEYING = new Surveying(0.6, seconds(45), 0.3, Span.lognormal(minutes(6), 1.5));

    private BerlinAndLisbon() {}

    static Center center() {
        return new Center(
                List.of(new Site(BERLIN, ZoneId.of("Europe/Berlin")), new Site(LISBON, ZoneId.of("Europe/Lisbon"))),
                List.of(sales(), support(), billing(), chat(), tickets()),
                teams(),
                SURVEYING,
                20_000);
    }

    private static List<Team> teams() {
        List<Shift> shifts = shifts();
        return List.of(
                new Team("berlin-sales", BERLIN, List.of(SALES), 9, 1, shifts),
                new Team("berlin-support", BERLIN, List.of(SUPPORT), 12, 1, shifts),
                new Team("lisbon-support", LISBON, List.of(SUPPORT, BILLING), 7, 1, shifts),
                new Team("lisbon-billing", LISBON, List.of(BILLING, SALES), 10, 1, shifts),
                new Team("lisbon-chat", LISBON, List.of(CHAT), 10, 3, shifts),
                new Team("berlin-tickets", BERLIN, List.of(TICKETS), 8, 1, shifts));
    }

    /** In the order in which a team fills them: even a team of four has somebody there at almost any time. */
    private static List<Shift> shifts() {
        Shift early = shift(LocalTime.of(6, 0));
        Shift day = shift(LocalTime.of(8, 0));
        Shift middle = shift(LocalTime.of(10, 0));
        Shift late = shift(LocalTime.of(13, 15));
        Shift night = shift(LocalTime.of(21, 30));
        return List.of(day, late, early, night, middle, early, late, middle, early, late, day, night);
    }

    private static Shift shift(LocalTime from) {
        return new Shift(
                from,
                minutes(8 * 60 + 35),
                List.of(
                        new Shift.Pause("break", minutes(80), minutes(60), minutes(15)),
                        new Shift.Pause("lunch", minutes(200), minutes(90), minutes(30)),
                        new Shift.Pause("break", minutes(370), minutes(60), minutes(15))));
    }

    private static ServiceQueue sales() {
        Transfers transfers = new Transfers(0.05, 0.3, 0.1, 0.1, List.of(SUPPORT, BILLING));
        Handling handling = calls(Span.lognormal(seconds(330), 0.8), Span.lognormal(seconds(35), 0.7), transfers);
        FlowOut callback = new FlowOut(FlowOutReason.CALLBACK_ACCEPTED, seconds(90), 0.3, Optional.empty());
        return queue(SALES, BERLIN, 34, CALLERS, List.of(callback, TIMED_OUT), handling, 0.86)
                .because("offer", "order", "delivery");
    }

    private static ServiceQueue support() {
        Transfers transfers = new Transfers(0.08, 0.35, 0.1, 0.15, List.of(BILLING));
        Handling handling = calls(Span.lognormal(seconds(360), 0.9), Span.lognormal(seconds(50), 0.8), transfers);
        FlowOut voicemail = new FlowOut(FlowOutReason.VOICEMAIL, minutes(4), 0.25, Optional.empty());
        return queue(SUPPORT, BERLIN, 38, CALLERS, List.of(voicemail, TIMED_OUT), handling, 0.78)
                .because("outage", "setup", "fault", "password");
    }

    private static ServiceQueue billing() {
        Transfers transfers = new Transfers(0.05, 0.2, 0.2, 0.05, List.of(SUPPORT));
        Handling handling = calls(Span.lognormal(seconds(260), 0.7), Span.lognormal(seconds(40), 0.7), transfers);
        FlowOut overflow = new FlowOut(FlowOutReason.OVERFLOW, minutes(3), 0.4, Optional.of(SUPPORT));
        return queue(BILLING, LISBON, 34, CALLERS, List.of(overflow, TIMED_OUT), handling, 0.85)
                .because("invoice", "payment", "refund");
    }

    private static ServiceQueue chat() {
        Handling handling = new Handling.Chats(
                SCREEN,
                5,
                Span.lognormal(seconds(38), 0.8),
                Span.lognormal(seconds(32), 1.0),
                Span.lognormal(seconds(25), 0.7),
                new Trouble(0.01, 0.008),
                Transfers.none());
        return queue(CHAT, LISBON, 55, CHATTERS, List.of(TIMED_OUT), handling, 0.8)
                .because("order", "setup", "invoice", "password");
    }

    private static ServiceQueue tickets() {
        Handling handling = new Handling.Tickets(
                Span.lognormal(minutes(8), 0.9),
                0.72,
                Span.lognormal(minutes(45), 1.5),
                0.06,
                Span.lognormal(minutes(150), 0.5),
                List.of("low", "normal", "normal", "normal", "high"),
                new Trouble(0.02, 0.01));
        return queue(TICKETS, BERLIN, 15, Patience.endless(), List.of(), handling, 0.84)
                .because("refund", "fault", "delivery");
    }

    private static Handling calls(Span talk, Span wrapUp, Transfers transfers) {
        return new Handling.Calls(
                PHONE,
                talk,
                0.18,
                Span.lognormal(seconds(45), 0.8),
                0.05,
                wrapUp,
                new Trouble(0.012, 0.008),
                transfers);
    }

    private static Unexplained queue(
            String name,
            String site,
            double perHour,
            Patience patience,
            List<FlowOut> flowOuts,
            Handling handling,
            double resolved) {
        Returning returning =
                new Returning(resolved, 0.55, Span.lognormal(minutes(8), 1.0), 0.45, Span.lognormal(minutes(90), 1.5));
        Demand demand = new Demand(perHour, BUSINESS_DAY);
        return reasons ->
                new ServiceQueue(name, site, demand, patience, flowOuts, handling, returning, List.of(reasons));
    }

    /** A queue of which it is still to be said why people come to it. */
    private interface Unexplained {
        ServiceQueue because(String... reasons);
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }

    private static Duration minutes(long count) {
        return Duration.ofMinutes(count);
    }
}
