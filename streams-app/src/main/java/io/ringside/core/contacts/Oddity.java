package io.ringside.core.contacts;

import io.ringside.core.events.Event;
import io.ringside.core.events.Refusal;

/** An event that does not fit the contact's story and is left out of it. */
public record Oddity(Event event, Refusal refusal) {}
