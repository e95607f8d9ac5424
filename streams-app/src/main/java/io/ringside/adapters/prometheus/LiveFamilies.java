package io.ringside.adapters.prometheus;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.ringside.core.kpis.Live;

/**
 * What is open now in a scope: how much, and since when the oldest is. The moment stands as a timestamp, so that its
 * age is right at any time between two scrapes; it is absent when nothing is open.
 */
record LiveFamilies(Family count, Family oldest, Reach reach, Function<Live, Live.Stock> stock) {

    static final List<LiveFamilies> ALL = List.of(
            new LiveFamilies(
                    Family.gauge("ringside_waiting_contacts", "Contacts that wait in the queue now."),
                    Family.gauge(
                            "ringside_waiting_oldest_timestamp_seconds",
                            "When the contact that waits longest was enqueued; absent when none waits."),
                    Reach.QUEUES,
                    Live::waiting),
            new LiveFamilies(
                    Family.gauge(
                            "ringside_unanswered_contacts", "Chats and tickets without a first reply of a person now."),
                    Family.gauge(
                            "ringside_unanswered_oldest_timestamp_seconds",
                            "When the oldest chat or ticket without a first reply of a person came; absent when there is none."),
                    Reach.CHATS_AND_TICKETS,
                    Live::unanswered),
            new LiveFamilies(
                    Family.gauge("ringside_backlog_tickets", "Tickets that are not solved now."),
                    Family.gauge(
                            "ringside_backlog_oldest_timestamp_seconds",
                            "When the oldest ticket that is not solved was created; absent when all are solved."),
                    Reach.TICKETS,
                    Live::backlog));

    static Stream<Family> all() {
        return ALL.stream().flatMap(live -> Stream.of(live.count(), live.oldest()));
    }
}
