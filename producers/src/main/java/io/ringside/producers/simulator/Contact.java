package io.ringside.producers.simulator;

import io.ringside.schemas.events.Channel;

/** A customer with a reason, on one channel: who it is, and what has happened so far. */
final class Contact {
    private final String id;
    private final ServiceQueue first;
    private final String customer;
    private final String reason;
    private final Chance chance;
    private final Journey journey;
    private int events;
    private int visits;

    Contact(String id, ServiceQueue first, String customer, String reason, Chance chance, Journey journey) {
        this.id = id;
        this.first = first;
        this.customer = customer;
        this.reason = reason;
        this.chance = chance;
        this.journey = journey;
    }

    String id() {
        return id;
    }

    /** The queue that it came to. */
    ServiceQueue first() {
        return first;
    }

    Channel channel() {
        return first.channel();
    }

    String customer() {
        return customer;
    }

    String reason() {
        return reason;
    }

    /** The draws that decide this contact's story. */
    Chance chance() {
        return chance;
    }

    Journey journey() {
        return journey;
    }

    String nextEventId() {
        return id + "-" + ++events;
    }

    String nextVisit() {
        return Integer.toString(++visits);
    }
}
