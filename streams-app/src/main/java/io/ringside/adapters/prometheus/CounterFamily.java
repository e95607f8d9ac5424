package io.ringside.adapters.prometheus;

import java.util.ArrayList;
import java.util.List;

import io.prometheus.metrics.model.snapshots.Labels;

import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Tally;

import static io.ringside.core.facts.Measure.*;

/**
 * A counter of what ever happened in a scope, by outcome, or one part of it.
 *
 * @param label the value of the family's own label, where it has one
 */
record CounterFamily(Family family, Measure measure, Reads reads, String label, Reach reach) {

    /** What is read off the tally. */
    enum Reads {
        COUNT,
        /** A sum of milliseconds, in seconds. */
        SECONDS,
        /** A sum of thousandths, in ones. */
        POINTS
    }

    /** Every counter; a family's parts stand together. */
    static final List<CounterFamily> ALL = new Page()
            .of(Reach.QUEUES)
            .count("visits_offered", "Queue visits that began.", OFFERED)
            .count("visits_answered", "Queue visits that were answered.", ANSWERED)
            .count("visits_answered_in_time", "Queue visits answered within the threshold.", ANSWERED_IN_TIME)
            .count("visits_abandoned", "Queue visits that were abandoned, short abandons included.", ABANDONED)
            .count("visits_abandoned_in_time", "Queue visits abandoned within the threshold.", ABANDONED_IN_TIME)
            .count("visits_abandoned_short", "Queue visits abandoned within the short-abandon limit.", SHORT_ABANDONED)
            .part("visits_flowed_out", "Queue visits that left otherwise.", "reason", "voicemail", FLOWED_OUT_VOICEMAIL)
            .part("overflow", FLOWED_OUT_OVERFLOW)
            .part("transfer", FLOWED_OUT_TRANSFER)
            .part("callback_accepted", FLOWED_OUT_CALLBACK_ACCEPTED)
            .part("timed_out", FLOWED_OUT_TIMED_OUT)
            .part("closed", FLOWED_OUT_CLOSED)
            .part("error", FLOWED_OUT_ERROR)
            .part("silence", FLOWED_OUT_SILENCE)
            .part("snapshot", FLOWED_OUT_SNAPSHOT)
            .count("visits_called_back_in_time", "Callbacks accepted within the threshold.", CALLBACKS_IN_TIME)
            .count(
                    "service_level_events",
                    "Queue visits answered or left in time, or still waiting when the threshold passed.",
                    SERVICE_LEVEL_EVENTS)
            .of(Reach.QUEUES_AND_AGENTS)
            .count("legs_handled", "Agent legs wrapped up.", HANDLED)
            .seconds("legs_talk_seconds", "Talk time of agent legs wrapped up.", TALK)
            .seconds("legs_hold_seconds", "Hold time of agent legs wrapped up.", HOLD)
            .seconds("legs_wrap_up_seconds", "Wrap-up time of agent legs wrapped up.", WRAP_UP)
            .count("legs_held", "Agent legs held at least once.", HELD)
            .count("legs_transferred", "Agent legs transferred at least once.", TRANSFERRED)
            .part("legs_transferred_by_kind", "Agent legs by kind of transfer.", "kind", "blind", TRANSFERRED_BLIND)
            .part("warm", TRANSFERRED_WARM)
            .part("to_queue", TRANSFERRED_TO_QUEUE)
            .part("external", TRANSFERRED_EXTERNAL)
            .count("legs_consulted", "Agent legs with a consultation.", CONSULTED)
            .count("legs_rang_unanswered", "Rings that no agent answered.", RINGS_NOT_ANSWERED)
            .of(Reach.AGENTS)
            .seconds("agents_on_queue_seconds", "Time agents were ready for or busy with contacts.", ON_QUEUE)
            .of(Reach.EVERYTHING)
            .count("contacts_handled", "Contacts handled.", HANDLED_CONTACTS)
            .count("contacts_escalated", "Contacts with an escalation.", ESCALATED)
            .count("contacts_complained", "Contacts with a complaint.", COMPLAINED)
            .count("surveys_sent", "Surveys sent.", SURVEYS_SENT)
            .count("surveys_answered", "Surveys answered.", SURVEYS_ANSWERED)
            .count("ratings", "Satisfaction ratings given.", CSAT_ANSWERS)
            .count("ratings_satisfied", "Satisfaction ratings in the top two boxes.", CSAT_SATISFIED)
            .points("rating_points", "Sum of satisfaction ratings, each 1 to 5.", CSAT_ANSWERS)
            .of(Reach.TICKETS)
            .count("ticket_creations", "Tickets created.", TICKETS_CREATED)
            .count("ticket_closings", "Tickets closed.", TICKETS_CLOSED)
            .count("ticket_reopenings", "Tickets reopened.", TICKETS_REOPENED)
            .counters;

    double read(Tally totals) {
        return switch (reads) {
            case COUNT -> totals.count(measure);
            case SECONDS, POINTS -> totals.sum(measure) / 1000.0;
        };
    }

    Labels labels(Labels scope) {
        return family.labels().isEmpty() ? scope : scope.add(family.labels().get(0), label);
    }

    /** Collects entries; what is said of their reach holds until it is said anew. */
    private static final class Page {
        private final List<CounterFamily> counters = new ArrayList<>();
        private Reach reach = Reach.EVERYTHING;

        Page of(Reach reach) {
            this.reach = reach;
            return this;
        }

        Page count(String name, String help, Measure measure) {
            return add(Family.counter("ringside_" + name, help), measure, Reads.COUNT, "");
        }

        Page seconds(String name, String help, Measure measure) {
            return add(Family.counter("ringside_" + name, help), measure, Reads.SECONDS, "");
        }

        Page points(String name, String help, Measure measure) {
            return add(Family.counter("ringside_" + name, help), measure, Reads.POINTS, "");
        }

        Page part(String name, String help, String labelName, String label, Measure measure) {
            return add(Family.counter("ringside_" + name, help, labelName), measure, Reads.COUNT, label);
        }

        /** Another part of the family before. */
        Page part(String label, Measure measure) {
            return add(counters.get(counters.size() - 1).family(), measure, Reads.COUNT, label);
        }

        private Page add(Family family, Measure measure, Reads reads, String label) {
            counters.add(new CounterFamily(family, measure, reads, label, reach));
            return this;
        }
    }
}
