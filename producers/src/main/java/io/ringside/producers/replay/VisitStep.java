package io.ringside.producers.replay;

import java.time.Instant;

import io.ringside.schemas.events.ChatEventType;

/**
 * One thing that happened in a visit.
 *
 * @param type chats know every type that calls know
 */
record VisitStep(ChatEventType type, Instant at) {}
