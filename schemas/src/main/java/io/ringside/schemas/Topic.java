package io.ringside.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * One topic: its name, what its key and value are, how it is cut into partitions and what it keeps.
 *
 * @param noun the stage and kind in one word, for example {@code calls}; the full name is the prefix, the noun and the version
 * @param key what the record key says, in words; keys are UTF-8 strings
 * @param value the Avro record that travels
 * @param direction whether Ringside reads it or writes it
 * @param partitioning how many partitions it has
 * @param retention how long records stay; empty for compacted topics, which keep the latest record of each key
 */
public record Topic<V extends SpecificRecord>(
        String noun,
        String key,
        Class<V> value,
        Direction direction,
        Partitioning partitioning,
        Optional<Duration> retention) {

    /** Whether a topic leads into Ringside or out of it. */
    public enum Direction {
        IN,
        OUT
    }

    /** {@code SHARED} topics all have the configured number of partitions, so that one task sees a contact whole. */
    public enum Partitioning {
        SHARED,
        SINGLE
    }

    /** The name of this topic in a cluster, for example {@code contact-center.calls.v1}. */
    public String name(String prefix) {
        return prefix + noun + ".v1";
    }

    public Schema schema() {
        return SpecificData.get().getSchema(value);
    }

    public boolean compacted() {
        return retention.isEmpty();
    }

    /** The number of partitions, where shared topics have {@code shared} of them. */
    public int partitions(int shared) {
        return partitioning == Partitioning.SHARED ? shared : 1;
    }

    /** What this topic asks of the broker, under the broker's own property names. */
    public Map<String, String> config() {
        return compacted()
                ? Map.of("cleanup.policy", "compact")
                : Map.of(
                        "cleanup.policy",
                        "delete",
                        "retention.ms",
                        Long.toString(retention.orElseThrow().toMillis()));
    }
}
