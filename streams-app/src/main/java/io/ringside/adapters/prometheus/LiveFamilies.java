package io.ringside.adapters.prometheus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.LiveFigure;
import io.ringside.core.kpis.Unit;

/**
 * What is open now in a scope: how much, and since when the oldest is. The moment stands as a timestamp, so that its
 * age is right at any time between two scrapes; it is absent when nothing is open.
 */
record LiveFamilies(Family count, Family oldest, Reach reach, Function<Live, Live.Stock> stock) {

    static final Family RESIDUAL = Family.gauge(
            "ringside_books_residual",
            "All contacts that ever came to the queue less those that left it and those that wait in it now: must be 0,"
                    + " else the pipeline has lost or doubled something.");

    static final List<LiveFamilies> ALL = List.of(
            new LiveFamilies(
                    gauge("ringside_waiting_contacts", LiveFigure.WAITING),
                    gauge("ringside_waiting_oldest_timestamp_seconds", LiveFigure.OLDEST_WAITING_SINCE),
                    Reach.QUEUES,
                    Live::waiting),
            new LiveFamilies(
                    gauge("ringside_unanswered_contacts", LiveFigure.UNANSWERED),
                    gauge("ringside_unanswered_oldest_timestamp_seconds", LiveFigure.OLDEST_UNANSWERED_SINCE),
                    Reach.CHATS_AND_TICKETS,
                    Live::unanswered),
            new LiveFamilies(
                    gauge("ringside_backlog_tickets", LiveFigure.BACKLOG),
                    gauge("ringside_backlog_oldest_timestamp_seconds", LiveFigure.OLDEST_OPEN_SINCE),
                    Reach.TICKETS,
                    Live::backlog));

    private static Family gauge(String name, LiveFigure figure) {
        String absent = figure.unit() == Unit.TIMESTAMP ? "; absent when there is none" : "";
        return Family.gauge(
                name, figure.figure() + ": " + figure.definition() + absent + ". Source: " + figure.source() + ".");
    }

    static Stream<Family> all() {
        return Stream.concat(ALL.stream().flatMap(live -> Stream.of(live.count(), live.oldest())), Stream.of(RESIDUAL));
    }
}
