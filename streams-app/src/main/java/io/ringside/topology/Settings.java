package io.ringside.topology;

import java.time.Duration;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.core.alerts.AlertRule;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;

/**
 * What the topology rests on.
 *
 * @param partitions how many partitions the shared topics have
 * @param sources the topics of events that are read
 */
public record Settings(
        String topicPrefix,
        int partitions,
        List<Topic<? extends SpecificRecord>> sources,
        CurrentDefinitions definitions,
        WindowPlan windows,
        ContactLimits contacts,
        InputLimits input,
        List<AlertRule> alerts) {

    /** Whether sources say who waits, so that what waits is held against it. */
    boolean readsSnapshots() {
        return sources.contains(Topics.QUEUE_SNAPSHOTS);
    }

    /**
     * What is taken in.
     *
     * @param replay whether now is event time; otherwise it is the wall clock
     * @param retention events longer ago than this are refused
     * @param futureTolerance events further ahead of the wall clock than this are refused
     * @param longestName longer ids and names are refused, in characters
     * @param largestValue larger records are refused, in bytes
     */
    public record InputLimits(
            boolean replay, Duration retention, Duration futureTolerance, int longestName, int largestValue) {}
}
