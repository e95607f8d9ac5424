package io.ringside.core.contacts;

import io.ringside.core.definitions.Scope;

/** A queue as one source runs it. Several may run parts of one queue; each knows of its own contacts only. */
public record Line(Scope queue, String source) {}
