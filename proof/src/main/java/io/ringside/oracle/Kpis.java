package io.ringside.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import io.ringside.oracle.Figure.Precision;
import io.ringside.oracle.Heard.Rating;
import io.ringside.oracle.Visit.End;

import static io.ringside.oracle.Figure.count;
import static io.ringside.oracle.Figure.largest;
import static io.ringside.oracle.Figure.mean;
import static io.ringside.oracle.Figure.percentile;
import static io.ringside.oracle.Figure.quotient;
import static io.ringside.oracle.Figure.ratio;

/**
 * The KPIs of one scope over one window: to be read beside their definitions. By outcome each count belongs to the moment
 * it happened, by arrival to the moment its contact came.
 */
final class Kpis {
    private final Rules rules;
    private final Chronicle told;
    private final AgentTime agentTime;
    private final Window window;
    private final boolean byArrival;
    private final boolean isOpen;
    private final long now;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /**
     * Over a window.
     *
     * @param told of the scope alone
     * @param agentTime of the scope alone
     * @param isOpen whether the window reaches until now
     * @param now how far time has come, epoch milliseconds
     */
    Kpis(Rules rules, Chronicle told, AgentTime agentTime, Window window, boolean byArrival, boolean isOpen, long now) {
        this.rules = rules;
        this.told = told;
        this.agentTime = agentTime;
        this.window = window;
        this.byArrival = byArrival;
        this.isOpen = isOpen;
        this.now = now;
    }

    /** The figures that a scope has: of voice, chat or ticket where it is of one channel, else of all. */
    Map<String, Figure> of(Scope scope) {
        boolean hasCalls = !scope.channel().equals("chat") && !scope.channel().equals("ticket");
        boolean hasChats = !scope.channel().equals("voice") && !scope.channel().equals("ticket");
        boolean hasTickets =
                !scope.channel().equals("voice") && !scope.channel().equals("chat");
        if ((hasCalls || hasChats) && !scope.isOfAgents()) {
            queues();
        }
        if (hasCalls || hasChats) {
            handling();
        }
        escalations();
        if (scope.isOfAgents()) {
            agents();
        }
        if (hasChats || hasTickets) {
            firstResponse();
        }
        if (hasTickets) {
            tickets();
        }
        customersVoice();
        return figures;
    }

    private void queues() {
        List<Visit> offered = only(told.visits, visit -> isIn(visit.enqueuedAt(), visit.enqueuedAt()));
        List<Visit> left =
                only(told.visits, visit -> !visit.ended(End.WAITING) && isIn(visit.leftAt(), visit.enqueuedAt()));
        List<Visit> answered = only(left, visit -> visit.ended(End.ANSWERED));
        List<Visit> abandoned = only(left, visit -> visit.ended(End.ABANDONED));
        List<Visit> flowedOut = only(left, visit -> visit.ended(End.FLOWED_OUT));
        List<Visit> callbacks = only(flowedOut, visit -> visit.reason().equals("CALLBACK_ACCEPTED"));

        // The letters of the definitions.
        long a = answered.size();
        long aInTime = only(answered, this::isInTime).size();
        long b = abandoned.size();
        long bInTime = only(abandoned, this::isInTime).size();
        long s = only(abandoned, this::isShort).size();
        long f = flowedOut.size();
        long cInTime = only(callbacks, this::isInTime).size();

        put("offered", count(offered.size()));
        put("answered", count(a));
        put("answered_in_time", count(aInTime));
        put("abandoned", count(b));
        put("short_abandoned", count(s));
        put("flowed_out", count(f));
        for (String reason : List.of("VOICEMAIL", "OVERFLOW", "TRANSFER", "TIMED_OUT", "CLOSED", "ERROR")) {
            List<Visit> ofReason = only(flowedOut, visit -> visit.reason().equals(reason));
            put("flowed_out_" + reason.toLowerCase(Locale.ROOT), count(ofReason.size()));
        }
        put("flowed_out_forced", count(only(flowedOut, Visit::isForced).size()));
        put("callbacks", count(callbacks.size()));

        long events = only(told.visits, this::hasServiceLevelEvent).size();
        put("service_level", ratio(aInTime, events));
        put("answered_only", ratio(aInTime, a));
        put("abandons_negative", ratio(aInTime, a + b));
        put("abandons_positive", ratio(aInTime + bInTime, a + b));
        put("early_abandons_ignored", ratio(aInTime, a + b - bInTime));
        put("short_abandons_excluded", ratio(aInTime, a + b - s));
        put("short_abandons_credited", ratio(aInTime + s, a + b));
        put("flow_outs_negative", ratio(aInTime, a + b + f));
        put("removed_in_time", ratio(aInTime + bInTime + cInTime, a + b + f));

        List<Long> waits = values(answered, Visit::waited);
        put("asa", mean(sum(waits), a));
        put("asa_p50", percentile(waits, 50));
        put("asa_p90", percentile(waits, 90));
        put("asa_p95", percentile(waits, 95));
        put("asa_max", largest(waits));

        List<Long> untilAbandoned = values(only(abandoned, visit -> !isShort(visit)), Visit::waited);
        put("time_to_abandon", mean(sum(untilAbandoned), b - s));
        put("time_to_abandon_p50", percentile(untilAbandoned, 50));
        put("time_to_abandon_p90", percentile(untilAbandoned, 90));

        put("abandon_rate", ratio(b - s, a + b + f - s));
        put("abandon_rate_all", ratio(b, a + b + f));
        put("flow_out_rate", ratio(f, a + b + f));
        put("longest_wait", largest(longestWaits(left)));
    }

    /** The waits that ended in the window, and those that still run in it. */
    private List<Long> longestWaits(List<Visit> left) {
        List<Long> waits = new ArrayList<>(values(left, Visit::waited));
        if (isOpen) {
            only(told.visits, visit -> visit.ended(End.WAITING))
                    .forEach(visit -> waits.add(Math.max(0, now - visit.enqueuedAt())));
        }
        return waits;
    }

    private boolean isInTime(Visit visit) {
        return visit.waited() <= threshold(visit);
    }

    private long threshold(Visit visit) {
        return rules.threshold(visit);
    }

    private boolean isShort(Visit visit) {
        long limit = rules.shortAbandon(visit);
        return visit.ended(End.ABANDONED) && limit > 0 && visit.waited() <= limit;
    }

    /** Answered ≤ T, left ≤ T, or T passed while waiting; flow-outs before T and short abandons are outside. */
    private boolean hasServiceLevelEvent(Visit visit) {
        if (isShort(visit)) {
            return false;
        }
        if (visit.waitedUntil(now) > threshold(visit)) {
            return isIn(visit.enqueuedAt() + threshold(visit), visit.enqueuedAt());
        }
        boolean answeredOrAbandoned = visit.ended(End.ANSWERED) || visit.ended(End.ABANDONED);
        return answeredOrAbandoned && isIn(visit.leftAt(), visit.enqueuedAt());
    }

    private void handling() {
        List<Leg> legs = only(
                told.legs,
                leg -> leg.isOver() && isIn(leg.wrappedUpAt(), leg.visit().enqueuedAt()));
        List<Leg> held = only(legs, Leg::wasHeld);
        List<Leg> transferred = only(legs, leg -> !leg.transfers().isEmpty());
        long handled = legs.size();
        put("handled", count(handled));
        put("aht", mean(sum(values(legs, Leg::handleTime)), handled));
        put("aht_p50", percentile(values(legs, Leg::handleTime), 50));
        put("aht_p90", percentile(values(legs, Leg::handleTime), 90));
        put("avg_talk", mean(sum(values(legs, Leg::talk)), handled));
        put("avg_hold", mean(sum(values(legs, Leg::hold)), handled));
        put("avg_hold_of_held", mean(sum(values(legs, Leg::hold)), held.size()));
        put("avg_wrap_up", mean(sum(values(legs, Leg::wrapUp)), handled));
        put("hold_rate", ratio(held.size(), handled));
        put("transfer_rate", ratio(transferred.size(), handled));
        for (String kind : List.of("BLIND", "WARM", "TO_QUEUE", "EXTERNAL")) {
            List<Leg> ofKind = only(legs, leg -> leg.transfers().contains(kind));
            put("transfer_rate_" + kind.toLowerCase(Locale.ROOT), ratio(ofKind.size(), handled));
        }
        put("consult_rate", ratio(only(legs, Leg::consulted).size(), handled));
        put("rings_not_answered", count(in(told.ringsNotAnswered).size()));
    }

    private void escalations() {
        long handledContacts = in(told.handledContacts).size();
        put("escalation_rate", ratio(in(told.escalations).size(), handledContacts));
        put("complaint_rate", ratio(in(told.complaints).size(), handledContacts));
    }

    private void agents() {
        double handled = figures.get("handled").value();
        Figure perHour = quotient(handled, agentTime.onQueue(window) / 3_600_000.0);
        put("handled_per_hour", isOpen ? perHour.within(Precision.TEN_SECONDS) : perHour);
    }

    private void firstResponse() {
        List<Long> responses = values(in(told.firstResponses), Mark::millis);
        put("first_response_time", mean(sum(responses), responses.size()));
        put("first_response_time_p50", percentile(responses, 50));
        put("first_response_time_p90", percentile(responses, 90));
    }

    private void tickets() {
        List<Ticket> created = only(told.tickets, ticket -> isIn(ticket.createdAt(), ticket.createdAt()));
        List<Long> toSolve = ages(Ticket::firstSolvedAt);
        List<Long> toSolveForGood = ages(Ticket::solvedAt);
        put("tickets_created", count(created.size()));
        put("tickets_solved", count(toSolve.size()));
        put("tickets_closed", count(ages(Ticket::closedAt).size()));
        put("reopen_rate", ratio(ages(Ticket::reopenedAt).size(), toSolve.size()));
        put("resolution_time", mean(sum(toSolve), toSolve.size()));
        put("resolution_time_p50", percentile(toSolve, 50));
        put("resolution_time_p90", percentile(toSolve, 90));
        List<Long> toSolveInHours = told.tickets.stream()
                .filter(ticket -> ticket.firstSolvedAt().isPresent())
                .filter(ticket -> isIn(ticket.firstSolvedAt().getAsLong(), ticket.createdAt()))
                .flatMap(ticket -> rules.businessTimeToSolve(ticket).stream())
                .toList();
        put("resolution_time_business", mean(sum(toSolveInHours), toSolveInHours.size()));
        put("full_resolution_time", mean(sum(toSolveForGood), toSolveForGood.size()));
    }

    /** How old the tickets were when something happened to them. */
    private List<Long> ages(Function<Ticket, OptionalLong> moment) {
        return told.tickets.stream()
                .filter(ticket -> moment.apply(ticket).isPresent())
                .filter(ticket -> isIn(moment.apply(ticket).getAsLong(), ticket.createdAt()))
                .map(ticket -> moment.apply(ticket).getAsLong() - ticket.createdAt())
                .toList();
    }

    private void customersVoice() {
        List<Mark> answers = in(told.surveysAnswered);
        List<Rating> ratings =
                answers.stream().flatMap(mark -> mark.rating().stream()).toList();
        double points = ratings.stream()
                .mapToDouble(r -> 1 + 4.0 * (r.answer() - r.lowest()) / (r.highest() - r.lowest()))
                .sum();
        put("csat", ratio(only(ratings, Kpis::isSatisfied).size(), ratings.size()));
        put("csat_mean", quotient(points, ratings.size()).within(Precision.THOUSANDTHS));
        put("csat_answers", count(ratings.size()));
        put("survey_response_rate", ratio(answers.size(), in(told.surveysSent).size()));
    }

    /** In the top two boxes; of two boxes, in the upper one. */
    private static boolean isSatisfied(Rating rating) {
        boolean isBinary = rating.highest() - rating.lowest() == 1;
        return rating.answer() > rating.highest() - (isBinary ? 1 : 2);
    }

    private boolean isIn(long happenedAt, long arrivedAt) {
        return window.holds(byArrival ? arrivedAt : happenedAt);
    }

    private List<Mark> in(List<Mark> marks) {
        return only(marks, mark -> isIn(mark.at(), mark.arrivedAt()));
    }

    private void put(String id, Figure figure) {
        figures.put(id, figure);
    }

    private static <T> List<T> only(List<T> things, Predicate<T> which) {
        return things.stream().filter(which).toList();
    }

    private static <T> List<Long> values(List<T> things, ToLongFunction<T> value) {
        return things.stream().map(value::applyAsLong).toList();
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
