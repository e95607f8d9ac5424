package io.ringside.adapters.prometheus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.prometheus.metrics.model.snapshots.Labels;

/** The labels of an owner: a task's stage and partition, as in {@code kpis-3}. */
final class OwnerLabels {
    private static final Pattern TASK = Pattern.compile("(.+?)[-_/](\\d+)");

    private OwnerLabels() {}

    static Labels of(String owner) {
        Matcher task = TASK.matcher(owner);
        return task.matches()
                ? Labels.of("stage", task.group(1), "partition", task.group(2))
                : Labels.of("stage", owner, "partition", "");
    }
}
