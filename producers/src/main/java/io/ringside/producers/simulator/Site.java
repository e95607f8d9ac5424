package io.ringside.producers.simulator;

import java.time.ZoneId;

/** A place where people work, and its time. */
public record Site(String name, ZoneId zone) {
    public Site {
        Bounds.named("site", name);
    }
}
