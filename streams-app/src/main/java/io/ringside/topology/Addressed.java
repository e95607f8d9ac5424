package io.ringside.topology;

import java.util.Optional;
import java.util.Set;

import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends what travels between the stages to the partition that it is meant for. */
final class Addressed implements StreamPartitioner<String, KpiInput> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, KpiInput value, int partitions) {
        return Optional.of(Set.of(value.to()));
    }
}
