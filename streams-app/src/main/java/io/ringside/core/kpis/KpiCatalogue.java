package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.ringside.core.events.Channel;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Kpi.Subject;

import static io.ringside.core.events.Channel.CHAT;
import static io.ringside.core.events.Channel.TICKET;
import static io.ringside.core.events.Channel.VOICE;
import static io.ringside.core.facts.Measure.*;
import static io.ringside.core.kpis.Direction.HIGHER;
import static io.ringside.core.kpis.Direction.LOWER;
import static io.ringside.core.kpis.Direction.NONE;
import static io.ringside.core.kpis.Kpi.Subject.AGENTS;
import static io.ringside.core.kpis.Kpi.Subject.QUEUES;
import static io.ringside.core.kpis.Term.count;
import static io.ringside.core.kpis.Term.hours;
import static io.ringside.core.kpis.Term.seconds;
import static io.ringside.core.kpis.Term.sum;
import static io.ringside.core.kpis.Unit.COUNT;
import static io.ringside.core.kpis.Unit.PER_HOUR;
import static io.ringside.core.kpis.Unit.RATING;
import static io.ringside.core.kpis.Unit.RATIO;
import static io.ringside.core.kpis.Unit.SECONDS;

/** Every KPI, once. Help texts, documents, dashboards and pages are checked against this page. */
public final class KpiCatalogue {
    private static final Set<Channel> QUEUED = EnumSet.of(VOICE, CHAT);
    private static final Set<Channel> ANY = EnumSet.allOf(Channel.class);

    private static final List<Kpi> ALL = new Page()
            // Queues
            .of(QUEUES)
            .at("its own moment", "ICMI, COPC")
            .count("offered", "Offered", NONE, QUEUED, count(OFFERED))
            .count("answered", "Answered", NONE, QUEUED, count(ANSWERED))
            .count("answered_in_time", "Answered in time", NONE, QUEUED, count(ANSWERED_IN_TIME))
            .count("abandoned", "Abandoned", LOWER, QUEUED, count(ABANDONED))
            .count("short_abandoned", "Short abandons", NONE, QUEUED, count(SHORT_ABANDONED))
            .count("flowed_out", "Flowed out", NONE, QUEUED, count(FLOWED_OUT))
            .count("flowed_out_voicemail", "To voicemail", NONE, QUEUED, count(FLOWED_OUT_VOICEMAIL))
            .count("flowed_out_overflow", "Overflowed", NONE, QUEUED, count(FLOWED_OUT_OVERFLOW))
            .count("flowed_out_transfer", "Transferred out of queue", NONE, QUEUED, count(FLOWED_OUT_TRANSFER))
            .count("flowed_out_timed_out", "Timed out", NONE, QUEUED, count(FLOWED_OUT_TIMED_OUT))
            .count("flowed_out_closed", "Queue closed", NONE, QUEUED, count(FLOWED_OUT_CLOSED))
            .count("flowed_out_error", "Lost to an error", LOWER, QUEUED, count(FLOWED_OUT_ERROR))
            .count(
                    "flowed_out_forced",
                    "Closed without an end",
                    LOWER,
                    QUEUED,
                    count(FLOWED_OUT_SILENCE).plus(FLOWED_OUT_SNAPSHOT))
            .count("callbacks", "Callbacks accepted", NONE, QUEUED, count(FLOWED_OUT_CALLBACK_ACCEPTED))
            .at("the service-level event: answered or left in time, or the threshold passed", "Cisco ICM, ICMI")
            .ratio(
                    "service_level",
                    "Service level",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(SERVICE_LEVEL_EVENTS))
            .at("left the queue", "ICMI, Asterisk")
            .ratio(
                    "answered_only",
                    "Service level, answered only",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(ANSWERED))
            .at("left the queue", "ICMI, Genesys Cloud")
            .ratio(
                    "abandons_negative",
                    "Service level, abandons negative",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(ANSWERED).plus(ABANDONED))
            .at("left the queue", "ICMI")
            .ratio(
                    "abandons_positive",
                    "Service level, abandons positive",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME).plus(ABANDONED_IN_TIME),
                    count(ANSWERED).plus(ABANDONED))
            .ratio(
                    "early_abandons_ignored",
                    "Service level, early abandons ignored",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(ANSWERED).plus(ABANDONED).minus(ABANDONED_IN_TIME))
            .at("left the queue", "Talkdesk")
            .ratio(
                    "short_abandons_excluded",
                    "Service level, short abandons excluded",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(ANSWERED).plus(ABANDONED).minus(SHORT_ABANDONED))
            .ratio(
                    "short_abandons_credited",
                    "Service level, short abandons credited",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME).plus(SHORT_ABANDONED),
                    count(ANSWERED).plus(ABANDONED))
            .at("left the queue", "Genesys Cloud")
            .ratio(
                    "flow_outs_negative",
                    "Service level, flow-outs negative",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME),
                    count(ANSWERED).plus(ABANDONED).plus(FLOWED_OUT))
            .at("left the queue", "Amazon Connect")
            .ratio(
                    "removed_in_time",
                    "Service level, removed in time",
                    HIGHER,
                    QUEUED,
                    count(ANSWERED_IN_TIME).plus(ABANDONED_IN_TIME).plus(CALLBACKS_IN_TIME),
                    count(WAIT_ENDED))
            .at("answered", "ICMI")
            .mean("asa", "Average speed of answer", LOWER, QUEUED, seconds(ANSWERED), count(ANSWERED))
            .percentile("asa_p50", "Speed of answer, median", QUEUED, ANSWERED, 0.50)
            .percentile("asa_p90", "Speed of answer, 90th percentile", QUEUED, ANSWERED, 0.90)
            .percentile("asa_p95", "Speed of answer, 95th percentile", QUEUED, ANSWERED, 0.95)
            .largest("asa_max", "Speed of answer, longest", QUEUED, ANSWERED)
            .at("left the queue", "ICMI")
            .mean(
                    "time_to_abandon",
                    "Time to abandon",
                    NONE,
                    QUEUED,
                    seconds(WAITED_AND_ABANDONED),
                    count(ABANDONED).minus(SHORT_ABANDONED))
            .percentile("time_to_abandon_p50", "Time to abandon, median", QUEUED, WAITED_AND_ABANDONED, 0.50)
            .percentile("time_to_abandon_p90", "Time to abandon, 90th percentile", QUEUED, WAITED_AND_ABANDONED, 0.90)
            .ratio(
                    "abandon_rate",
                    "Abandon rate",
                    LOWER,
                    QUEUED,
                    count(ABANDONED).minus(SHORT_ABANDONED),
                    count(ANSWERED).plus(ABANDONED).plus(FLOWED_OUT).minus(SHORT_ABANDONED))
            .ratio(
                    "abandon_rate_all",
                    "Abandon rate, short ones too",
                    LOWER,
                    QUEUED,
                    count(ABANDONED),
                    count(ANSWERED).plus(ABANDONED).plus(FLOWED_OUT))
            .ratio(
                    "flow_out_rate",
                    "Flow-out rate",
                    NONE,
                    QUEUED,
                    count(FLOWED_OUT),
                    count(ANSWERED).plus(ABANDONED).plus(FLOWED_OUT))
            .longestWait("longest_wait", "Longest wait", QUEUED)
            // Handling
            .of(QUEUES, AGENTS)
            .at("wrapped up", "ICMI, COPC")
            .count("handled", "Handled", NONE, QUEUED, count(HANDLED))
            .mean("aht", "Average handle time", LOWER, QUEUED, seconds(HANDLED), count(HANDLED))
            .percentile("aht_p50", "Handle time, median", QUEUED, HANDLED, 0.50)
            .percentile("aht_p90", "Handle time, 90th percentile", QUEUED, HANDLED, 0.90)
            .mean("avg_talk", "Average talk time", NONE, QUEUED, seconds(TALK), count(HANDLED))
            .mean("avg_hold", "Average hold time", LOWER, QUEUED, seconds(HOLD), count(HANDLED))
            .mean("avg_hold_of_held", "Average hold time of contacts held", LOWER, QUEUED, seconds(HOLD), count(HELD))
            .mean("avg_wrap_up", "Average wrap-up time", LOWER, QUEUED, seconds(WRAP_UP), count(HANDLED))
            .ratio("hold_rate", "Hold rate", LOWER, QUEUED, count(HELD), count(HANDLED))
            .ratio("transfer_rate", "Transfer rate", LOWER, QUEUED, count(TRANSFERRED), count(HANDLED))
            .ratio("transfer_rate_blind", "Blind transfers", LOWER, QUEUED, count(TRANSFERRED_BLIND), count(HANDLED))
            .ratio("transfer_rate_warm", "Warm transfers", LOWER, QUEUED, count(TRANSFERRED_WARM), count(HANDLED))
            .ratio(
                    "transfer_rate_to_queue",
                    "Transfers to a queue",
                    LOWER,
                    QUEUED,
                    count(TRANSFERRED_TO_QUEUE),
                    count(HANDLED))
            .ratio(
                    "transfer_rate_external",
                    "External transfers",
                    LOWER,
                    QUEUED,
                    count(TRANSFERRED_EXTERNAL),
                    count(HANDLED))
            .ratio("consult_rate", "Consultations", NONE, QUEUED, count(CONSULTED), count(HANDLED))
            .at("its own moment", "ICMI")
            .count("rings_not_answered", "Rings not answered", LOWER, QUEUED, count(RINGS_NOT_ANSWERED))
            .ratio("escalation_rate", "Escalation rate", LOWER, ANY, count(ESCALATED), count(HANDLED_CONTACTS))
            .ratio("complaint_rate", "Complaint rate", LOWER, ANY, count(COMPLAINED), count(HANDLED_CONTACTS))
            .of(AGENTS)
            .at("wrapped up; time as it passes", "WFM: contacts handled / hours ready for or busy with contacts")
            .quotient(
                    "handled_per_hour",
                    "Handled per hour on queue",
                    PER_HOUR,
                    HIGHER,
                    QUEUED,
                    count(HANDLED),
                    hours(ON_QUEUE))
            // Chats and tickets
            .of(QUEUES, AGENTS)
            .at("replied", "HDI, Zendesk")
            .mean(
                    "first_response_time",
                    "First response time",
                    LOWER,
                    EnumSet.of(CHAT, TICKET),
                    seconds(FIRST_RESPONSE),
                    count(FIRST_RESPONSE))
            .percentile(
                    "first_response_time_p50", "First response, median", EnumSet.of(CHAT, TICKET), FIRST_RESPONSE, 0.50)
            .percentile(
                    "first_response_time_p90",
                    "First response, 90th percentile",
                    EnumSet.of(CHAT, TICKET),
                    FIRST_RESPONSE,
                    0.90)
            .at("its own moment", "HDI, Zendesk")
            .count("tickets_created", "Tickets created", NONE, EnumSet.of(TICKET), count(TICKETS_CREATED))
            .count("tickets_solved", "Tickets solved", NONE, EnumSet.of(TICKET), count(RESOLUTION))
            .count("tickets_closed", "Tickets closed", NONE, EnumSet.of(TICKET), count(TICKETS_CLOSED))
            .ratio("reopen_rate", "Reopen rate", LOWER, EnumSet.of(TICKET), count(TICKETS_REOPENED), count(RESOLUTION))
            .at("solved", "HDI (MTTR, calendar time)")
            .mean(
                    "resolution_time",
                    "Resolution time",
                    LOWER,
                    EnumSet.of(TICKET),
                    seconds(RESOLUTION),
                    count(RESOLUTION))
            .percentile("resolution_time_p50", "Resolution time, median", EnumSet.of(TICKET), RESOLUTION, 0.50)
            .percentile("resolution_time_p90", "Resolution time, 90th percentile", EnumSet.of(TICKET), RESOLUTION, 0.90)
            .at("solved", "HDI, Zendesk (business hours of the queue's calendar)")
            .mean(
                    "resolution_time_business",
                    "Resolution time in business hours",
                    LOWER,
                    EnumSet.of(TICKET),
                    seconds(BUSINESS_RESOLUTION),
                    count(BUSINESS_RESOLUTION))
            .at("solved", "HDI (MTTR, calendar time)")
            .mean(
                    "full_resolution_time",
                    "Full resolution time",
                    LOWER,
                    EnumSet.of(TICKET),
                    seconds(FULL_RESOLUTION),
                    count(FULL_RESOLUTION))
            // Customers' voice
            .at("answered the survey", "CSAT: top two boxes; binary: good of all")
            .ratio("csat", "CSAT", HIGHER, ANY, count(CSAT_SATISFIED), count(CSAT_ANSWERS))
            .quotient(
                    "csat_mean",
                    "CSAT, mean on 1 to 5",
                    RATING,
                    HIGHER,
                    ANY,
                    sum(CSAT_ANSWERS, 1_000),
                    count(CSAT_ANSWERS))
            .count("csat_answers", "CSAT answers", NONE, ANY, count(CSAT_ANSWERS))
            .ratio(
                    "survey_response_rate",
                    "Survey response rate",
                    HIGHER,
                    ANY,
                    count(SURVEYS_ANSWERED),
                    count(SURVEYS_SENT))
            .kpis;

    private static final Map<String, Kpi> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Kpi::id, Function.identity()));

    private KpiCatalogue() {}

    /** All KPIs, in the order in which they are shown. */
    public static List<Kpi> all() {
        return ALL;
    }

    public static Optional<Kpi> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** The KPI with this id, which must exist. */
    public static Kpi get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no KPI " + id));
    }

    /** The KPIs of a subject. */
    public static List<Kpi> of(Subject subject) {
        return ALL.stream().filter(kpi -> kpi.subjects().contains(subject)).toList();
    }

    /** Collects entries; what is said of subjects, place and source holds until it is said anew. */
    private static final class Page {
        private final List<Kpi> kpis = new ArrayList<>();
        private Set<Subject> subjects = Set.of();
        private String placedBy = "";
        private String source = "";

        Page of(Subject... subjects) {
            this.subjects = Set.of(subjects);
            return this;
        }

        Page at(String placedBy, String source) {
            this.placedBy = placedBy;
            this.source = source;
            return this;
        }

        Page count(String id, String name, Direction better, Set<Channel> channels, Term term) {
            return add(id, name, COUNT, better, channels, new Formula.Count(term));
        }

        Page ratio(String id, String name, Direction better, Set<Channel> channels, Term numerator, Term denominator) {
            return quotient(id, name, RATIO, better, channels, numerator, denominator);
        }

        Page mean(String id, String name, Direction better, Set<Channel> channels, Term numerator, Term denominator) {
            return quotient(id, name, SECONDS, better, channels, numerator, denominator);
        }

        Page quotient(
                String id, String name, Unit unit, Direction better, Set<Channel> channels, Term over, Term under) {
            return add(id, name, unit, better, channels, new Formula.Quotient(over, under));
        }

        Page percentile(String id, String name, Set<Channel> channels, Measure measure, double q) {
            return add(id, name, SECONDS, LOWER, channels, new Formula.Percentile(measure, q));
        }

        Page largest(String id, String name, Set<Channel> channels, Measure measure) {
            return add(id, name, SECONDS, LOWER, channels, new Formula.Largest(measure));
        }

        Page longestWait(String id, String name, Set<Channel> channels) {
            return add(id, name, SECONDS, LOWER, channels, new Formula.LongestWait());
        }

        private Page add(String id, String name, Unit unit, Direction better, Set<Channel> channels, Formula formula) {
            kpis.add(new Kpi(id, name, unit, better, channels, subjects, formula, placedBy, source));
            return this;
        }
    }
}
