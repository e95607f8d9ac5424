package io.ringside.core.contacts;

/**
 * A wait that no source ended, and the snapshots of its line that would end it or end it earlier: those from one moment
 * until another, both included, epoch milliseconds.
 */
public record Wait(Line line, long from, long until) {}
