package io.ringside.core.events;

/** Why something is not counted, with what was wrong in words. */
public record Refusal(Reason reason, String detail) {}
