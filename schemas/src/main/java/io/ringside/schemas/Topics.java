package io.ringside.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.alerts.Alert;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.schemas.settings.SettingsChange;

import static io.ringside.schemas.Topic.Direction.IN;
import static io.ringside.schemas.Topic.Direction.OUT;
import static io.ringside.schemas.Topic.Partitioning.SHARED;
import static io.ringside.schemas.Topic.Partitioning.SINGLE;

/** The topic catalogue: every topic that leads into Ringside or out of it, declared once. */
public final class Topics {
    /** What topic names begin with unless configured otherwise. */
    public static final String DEFAULT_PREFIX = "contact-center.";

    private static final Optional<Duration> WEEK = Optional.of(Duration.ofDays(7));
    private static final Optional<Duration> QUARTER = Optional.of(Duration.ofDays(100));
    private static final Optional<Duration> COMPACTED = Optional.empty();

    public static final Topic<CallEvent> CALLS = new Topic<>("calls", "contact id", CallEvent.class, IN, SHARED, WEEK);
    public static final Topic<ChatEvent> CHATS = new Topic<>("chats", "contact id", ChatEvent.class, IN, SHARED, WEEK);
    public static final Topic<TicketEvent> TICKETS =
            new Topic<>("tickets", "contact id", TicketEvent.class, IN, SHARED, WEEK);
    public static final Topic<SurveyEvent> SURVEYS =
            new Topic<>("surveys", "contact id", SurveyEvent.class, IN, SHARED, WEEK);
    public static final Topic<AgentEvent> AGENTS =
            new Topic<>("agents", "agent id", AgentEvent.class, IN, SHARED, WEEK);
    public static final Topic<QueueSnapshot> QUEUE_SNAPSHOTS =
            new Topic<>("queue-snapshots", "channel, queue", QueueSnapshot.class, IN, SHARED, WEEK);
    public static final Topic<Heartbeat> HEARTBEATS =
            new Topic<>("heartbeats", "none", Heartbeat.class, IN, SHARED, WEEK);

    public static final Topic<SettingsChange> SETTINGS =
            new Topic<>("settings", "number, digest of what is said", SettingsChange.class, IN, SINGLE, COMPACTED);

    public static final Topic<ContactRow> CONTACTS =
            new Topic<>("contacts", "contact id, row, visit, leg", ContactRow.class, OUT, SHARED, QUARTER);
    public static final Topic<Scorecard> SCORECARDS =
            new Topic<>("scorecards", "scope, window, attribution", Scorecard.class, OUT, SHARED, COMPACTED);
    public static final Topic<Scorecard> SCORECARD_HISTORY = new Topic<>(
            "scorecard-history", "scope, window, attribution, window start", Scorecard.class, OUT, SHARED, QUARTER);
    public static final Topic<Watermark> WATERMARKS =
            new Topic<>("watermarks", "stage, partition", Watermark.class, OUT, SINGLE, COMPACTED);
    public static final Topic<Alert> ALERTS = new Topic<>("alerts", "alert id", Alert.class, OUT, SHARED, QUARTER);
    public static final Topic<DeadLetter> DEAD_LETTERS =
            new Topic<>("dead-letters", "origin", DeadLetter.class, OUT, SHARED, QUARTER);

    private Topics() {}

    /** The topics of events that are read unless configured otherwise, by the kind of source. */
    public static List<Topic<? extends SpecificRecord>> usualSources() {
        return List.of(CALLS, CHATS, TICKETS, SURVEYS, AGENTS);
    }

    /** All topics of events that can be read. */
    public static List<Topic<? extends SpecificRecord>> sources() {
        return List.of(CALLS, CHATS, TICKETS, SURVEYS, AGENTS, QUEUE_SNAPSHOTS);
    }

    /** All topics, those that lead in first. */
    public static List<Topic<? extends SpecificRecord>> all() {
        return List.of(
                CALLS,
                CHATS,
                TICKETS,
                SURVEYS,
                AGENTS,
                QUEUE_SNAPSHOTS,
                HEARTBEATS,
                SETTINGS,
                CONTACTS,
                SCORECARDS,
                SCORECARD_HISTORY,
                WATERMARKS,
                ALERTS,
                DEAD_LETTERS);
    }
}
