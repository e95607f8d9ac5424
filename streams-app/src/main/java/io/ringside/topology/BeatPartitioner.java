package io.ringside.topology;

import java.util.Optional;
import java.util.Set;

import org.apache.kafka.streams.processor.StreamPartitioner;

import io.ringside.topology.KpiInput.Beat;

/** Sends beats to the partition that they are meant for, and all else by its key. */
final class BeatPartitioner implements StreamPartitioner<String, KpiInput> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, KpiInput value, int partitions) {
        return value instanceof Beat beat ? Optional.of(Set.of(beat.to())) : Optional.empty();
    }
}
