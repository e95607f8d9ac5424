package io.ringside.core.kpis;

import io.ringside.core.definitions.Scope;

/**
 * Which page of a scope: the quarter of an hour, the local day or the longer period that starts at a moment.
 *
 * @param start epoch milliseconds
 */
public record PageKey(Scope scope, Grain grain, long start) {}
