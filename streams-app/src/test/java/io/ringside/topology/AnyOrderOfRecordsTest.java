package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Definitions;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.FlowOutReason;
import io.ringside.schemas.scorecards.Scorecard;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** In whatever order records come, and however often, the same figures stand in the end. */
final class AnyOrderOfRecordsTest {
    private static final Definitions DEFINITIONS = Configuration.parse("""
                    sites: {berlin: {zone: Europe/Berlin}}
                    queues:
                      sales: {serviceLevel: {threshold: 20s}, shortAbandon: 5s, site: berlin}
                      care: {serviceLevel: {threshold: 60s}}
                    """).definitions();
    private static final Map<String, Scorecard> IN_ORDER = finals(history());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shuffledAndRepeatedRecordsEndInTheSameFinals(long seed) {
        Random random = new Random(seed);
        List<CallEvent> disorder = history();
        history().stream().filter(event -> random.nextInt(3) == 0).forEach(disorder::add);
        Collections.shuffle(disorder, random);

        Map<String, Scorecard> finals = finals(disorder);

        assertThat(IN_ORDER).hasSizeGreaterThan(20);
        assertThat(finals.keySet()).isEqualTo(IN_ORDER.keySet());
        finals.forEach((key, scorecard) -> assertThat(scorecard.getKpis())
                .as(key)
                .isEqualTo(IN_ORDER.get(key).getKpis()));
    }

    /** Forty calls over two hours: answered, abandoned, flowed out, transferred; now and then one that goes on and on. */
    private static List<CallEvent> history() {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = "c" + i;
            Instant came = NINE.plusSeconds(180L * i);
            events.add(Calls.enqueued(id, i % 3 == 0 ? "care" : "sales", came));
            Instant left = came.plusSeconds(3 + 7L * (i % 11));
            switch (i % 5) {
                case 0 -> events.add(Calls.abandoned(id, left));
                case 1 -> events.add(Calls.flowedOut(id, FlowOutReason.CALLBACK_ACCEPTED, left));
                default -> {
                    events.add(Calls.answered(id, i % 2 == 0 ? "ada" : "bob", left));
                    events.add(Calls.talkEnded(id, left.plusSeconds(100 + i)));
                    events.add(Calls.wrappedUp(id, left.plusSeconds(130 + i * 20L)));
                }
            }
        }
        return events;
    }

    /** Sends all within three hours, a beat after each few, and reads what the history holds in the end. */
    private static Map<String, Scorecard> finals(List<CallEvent> events) {
        try (Center center = new Center(DEFINITIONS)) {
            center.at(NINE.plus(Duration.ofHours(2)));
            for (CallEvent event : events) {
                center.send(Topics.CALLS, event.getContactId(), event);
                if (event.getContactId().endsWith("7")) {
                    center.after(Duration.ofMinutes(2));
                }
            }
            center.at(NINE.plus(Duration.ofHours(16))).end();
            Map<String, Scorecard> finals = new TreeMap<>();
            center.read(Topics.SCORECARD_HISTORY).forEach(record -> {
                boolean begun = record.value().getWindowEnd().isBefore(NINE.plus(Duration.ofHours(2)))
                        || record.value().getWindow().equals("day");
                if (begun && !record.value().getWindowEnd().isBefore(NINE)) {
                    finals.put(record.key(), record.value());
                }
            });
            return finals;
        }
    }
}
