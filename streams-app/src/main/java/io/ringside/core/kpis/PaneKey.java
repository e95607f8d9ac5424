package io.ringside.core.kpis;

import io.ringside.core.definitions.Scope;
import io.ringside.core.facts.Attribution;

/**
 * Where a tally is kept.
 *
 * @param part which part of the scope's figures this is: 0 for queues and agents; for the scopes above, the partition
 *     whose queues and agents it sums
 * @param start the pane's first moment, epoch milliseconds; 0 for all time
 */
public record PaneKey(Scope scope, int part, Grain grain, Attribution attribution, long start) {}
