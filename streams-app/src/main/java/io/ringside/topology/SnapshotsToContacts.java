package io.ringside.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

import io.ringside.core.contacts.Snapshot;
import io.ringside.core.events.RefusedException;
import io.ringside.schemas.ReplayMark;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;
import io.ringside.schemas.events.QueueSnapshot;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Waiting;

/**
 * Lets snapshots of queues in, and tells every partition of contacts of each; and how far time has come, since they know
 * of no snapshot that is still to come. Forwards {@link KpiInput}s and dead letters.
 */
final class SnapshotsToContacts implements Processor<byte[], byte[], String, Object> {
    static final String CLOCK = "snapshot-clock";
    private static final Duration LOOKS_EVERY = Duration.ofMillis(50);

    private final Settings settings;
    private final InputTopics topics;
    private final Observer observer;
    private final EventReader reader;
    private final String snapshots;
    private final String heartbeats;
    private ProcessorContext<String, Object> context;
    private HeldBeats beats;
    private KeptMoment latest;
    private Admission admission;
    private Refusals refusals;
    private Pace pace;
    private long timestamp;

    SnapshotsToContacts(Settings settings, InputTopics topics, Observer observer) {
        this.settings = settings;
        this.topics = topics;
        this.observer = observer;
        this.reader = new EventReader(settings);
        this.snapshots = Topics.QUEUE_SNAPSHOTS.name(settings.topicPrefix());
        this.heartbeats = Topics.HEARTBEATS.name(settings.topicPrefix());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        KeyValueStore<String, byte[]> held = context.getStateStore(CLOCK);
        beats = new HeldBeats(held, Set.of(snapshots), bytes -> (Heartbeat) topics.decode(heartbeats, bytes));
        latest = new KeptMoment(held, "latest-snapshot");
        admission = new Admission(settings.input(), context::currentSystemTimeMs, latest);
        refusals = new Refusals(Way.REFUSED_SNAPSHOTS, context, observer);
        pace = new Pace(context);
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, at -> passTime());
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        RecordMetadata origin = context.recordMetadata().orElseThrow();
        if (origin.topic().equals(snapshots)) {
            take(input, origin);
        } else if (!origin.topic().equals(heartbeats) || !isBeat(input)) {
            return;
        }
        timestamp = Math.max(timestamp, input.timestamp());
        beats.read(origin.topic(), origin.offset(), context.currentSystemTimeMs());
        passTime();
    }

    private void take(Record<byte[], byte[]> input, RecordMetadata origin) {
        try {
            admission.checkSize(input.value());
            Snapshot snapshot = reader.read((QueueSnapshot) topics.decode(snapshots, input.value()));
            admission.checkTime(snapshot.at());
            latest.reach(snapshot.at());
            latest.keep();
            boolean replayed = ReplayMark.isOn(input.headers());
            for (int to = 0; to < settings.partitions(); to++) {
                Way.SNAPSHOTS.send(context, "", new Waiting(to, snapshot, replayed), input.timestamp());
            }
        } catch (UndecodableRecordException e) {
            refusals.refuse(e.reason().label(), e.getMessage(), input, origin);
        } catch (RefusedException e) {
            refusals.refuse(e.refusal().reason().id(), e.refusal().detail(), input, origin);
        }
    }

    /** Takes a heartbeat. One that is none goes to the dead letters where events are read. */
    private boolean isBeat(Record<byte[], byte[]> input) {
        try {
            Heartbeat heartbeat = (Heartbeat) topics.decode(heartbeats, input.value());
            beats.take(heartbeat, input.value(), context.currentSystemTimeMs());
            return true;
        } catch (UndecodableRecordException e) {
            return false;
        }
    }

    private void passTime() {
        long wall = context.currentSystemTimeMs();
        for (Optional<Heartbeat> next = beats.release(wall); next.isPresent(); next = beats.release(wall)) {
            long at = next.get().getAt().toEpochMilli();
            boolean last = next.get().getLast();
            if (pace.takes(at, last)) {
                for (int to = 0; to < settings.partitions(); to++) {
                    Beat beat = new Beat(context.taskId().partition(), to, at, last);
                    Way.SNAPSHOTS.send(context, "", beat, timestamp);
                }
                pace.stated(at, last);
            }
        }
    }
}
