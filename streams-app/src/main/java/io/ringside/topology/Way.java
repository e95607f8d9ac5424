package io.ringside.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.core.scorecards.Scorecard;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.topology.ContactRows.Stated;

/**
 * A way out of a processor: the node that takes what is of one kind. What is sent along it comes to no other node, which
 * need not look then at what is not for it.
 */
record Way<V>(String node) {
    static final Way<Stated> ROWS = new Way<>("contacts-write");
    static final Way<DeadLetter> DEAD_LETTERS = new Way<>("dead-letters-write");
    static final Way<DeadLetter> REFUSED_SNAPSHOTS = new Way<>("snapshots-refused-write");
    static final Way<KpiInput> SNAPSHOTS = repartition("snapshots");
    static final Way<KpiInput> FACTS = repartition("facts");
    static final Way<KpiInput> PARTS = repartition("parts");

    /** What is read off the counts of a stage. */
    static Way<Object> score(String stage) {
        return new Way<>(stage + "-score");
    }

    static Way<Scorecard> scorecards(String stage) {
        return new Way<>(stage + "-scorecards-write");
    }

    static Way<Scorecard> history(String stage) {
        return new Way<>(stage + "-history-write");
    }

    static Way<Watermark> watermarks(String stage) {
        return new Way<>(stage + "-watermarks-write");
    }

    static Way<Object> judge(String stage) {
        return new Way<>(stage + "-judge");
    }

    /** The node that Kafka Streams has in front of a repartition topic. */
    private static Way<KpiInput> repartition(String topic) {
        return new Way<>(topic + "-repartition-filter");
    }

    /** What comes along this way: the processor sends nothing else along it. */
    @SuppressWarnings("unchecked")
    KStream<String, V> outOf(KStream<String, ? super V> processed) {
        return (KStream<String, V>) processed;
    }

    void send(ProcessorContext<String, ? super V> context, String key, V value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp), node);
    }
}
