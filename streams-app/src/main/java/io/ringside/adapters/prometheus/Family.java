package io.ringside.adapters.prometheus;

import java.util.List;

import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.Unit;

/**
 * A metric family: one name, one type, one set of label names.
 *
 * @param metadata name (of a counter without {@code _total}), help and unit
 * @param labels the label names beside those of the scope
 * @param ofScope whether its series belong to a scope and carry the scope's labels
 */
record Family(Type type, MetricMetadata metadata, List<String> labels, boolean ofScope) {

    /** What Prometheus takes it for. */
    enum Type {
        GAUGE,
        COUNTER,
        HISTOGRAM
    }

    Family {
        labels = List.copyOf(labels);
    }

    /** A gauge of a scope whose name ends in its unit, where Prometheus has one. */
    static Family gauge(String name, String help, String... labels) {
        return new Family(Type.GAUGE, metadata(name, help), List.of(labels), true);
    }

    /** A counter of a scope, named without {@code _total}. */
    static Family counter(String name, String help, String... labels) {
        return new Family(Type.COUNTER, metadata(name, help), List.of(labels), true);
    }

    static Family histogram(String name, String help) {
        return new Family(Type.HISTOGRAM, metadata(name, help), List.of(), true);
    }

    /** The same family, of the pipeline instead of a scope. */
    Family ofPipeline() {
        return new Family(type, metadata, labels, false);
    }

    /** The name as it stands in the text; a histogram's without the suffixes of its parts. */
    String name() {
        return metadata.getName() + (type == Type.COUNTER ? "_total" : "");
    }

    private static MetricMetadata metadata(String name, String help) {
        if (name.endsWith("_seconds")) {
            return new MetricMetadata(name, help, Unit.SECONDS);
        }
        return name.endsWith("_ratio") ? new MetricMetadata(name, help, Unit.RATIO) : new MetricMetadata(name, help);
    }
}
