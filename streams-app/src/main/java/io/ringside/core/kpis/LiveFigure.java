package io.ringside.core.kpis;

import java.util.Locale;

import static io.ringside.core.kpis.Direction.HIGHER;
import static io.ringside.core.kpis.Direction.LOWER;
import static io.ringside.core.kpis.Unit.COUNT;
import static io.ringside.core.kpis.Unit.TIMESTAMP;

/** What is said of what is open now. It is no function of a window's counts, and so stands beside the KPIs. */
public enum LiveFigure {
    WAITING("Waiting", COUNT, LOWER, "contacts in queue now"),
    OLDEST_WAITING_SINCE(
            "Waiting longest since",
            TIMESTAMP,
            HIGHER,
            "the earliest moment at which one of the contacts in queue now was enqueued"),
    UNANSWERED("Unanswered", COUNT, LOWER, "chats and tickets without a first reply of a person now"),
    OLDEST_UNANSWERED_SINCE(
            "Unanswered longest since",
            TIMESTAMP,
            HIGHER,
            "the earliest moment at which one of the chats and tickets without a first reply of a person now came"),
    BACKLOG("Backlog", COUNT, LOWER, "tickets that are not solved now"),
    OLDEST_OPEN_SINCE(
            "Open longest since",
            TIMESTAMP,
            HIGHER,
            "the earliest moment at which one of the tickets that are not solved now was created");

    private final String figure;
    private final Unit unit;
    private final Direction better;
    private final String definition;

    LiveFigure(String figure, Unit unit, Direction better, String definition) {
        this.figure = figure;
        this.unit = unit;
        this.better = better;
        this.definition = definition;
    }

    /** The name in the API, for example {@code oldest_waiting_since}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for a person. */
    public String figure() {
        return figure;
    }

    public Unit unit() {
        return unit;
    }

    public Direction better() {
        return better;
    }

    public String definition() {
        return definition;
    }

    /** Who defines it this way. */
    public String source() {
        return "ICMI";
    }
}
