package io.ringside.core.kpis;

/**
 * What one partition's queues or agents add to a scope above them.
 *
 * @param part the partition
 * @param counts what was counted since the last time
 * @param live what is open now in this part: it replaces what the part said before
 */
public record Partial(int part, Batch counts, Live live) {}
