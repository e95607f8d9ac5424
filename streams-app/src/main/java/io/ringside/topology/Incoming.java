package io.ringside.topology;

import io.ringside.core.events.Event;

/** An event, and the contact it belongs to. */
record Incoming(String contact, Event event) {}
