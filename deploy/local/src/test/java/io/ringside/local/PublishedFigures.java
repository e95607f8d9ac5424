package io.ringside.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import io.ringside.schemas.Topic;
import io.ringside.schemas.Topics;
import io.ringside.schemas.contacts.ContactRow;
import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the app has published, as somebody sees it who reads what is committed. */
final class PublishedFigures implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    private static final List<Topic<? extends SpecificRecord>> READ =
            List.of(Topics.SCORECARDS, Topics.CONTACTS, Topics.DEAD_LETTERS);

    private final PublishedRecords records;
    private final Map<String, Scorecard> scorecards = new HashMap<>();
    private final Map<String, Integer> rows = new TreeMap<>();
    private final Map<String, String> deadLetters = new TreeMap<>();

    /**
     * Learns all schemas, so as not to need the registry later.
     *
     * @param client how to reach cluster and registry
     * @param prefix what topic names begin with
     * @param partitions of the shared topics
     */
    PublishedFigures(Map<String, String> client, String prefix, int partitions) {
        records = new PublishedRecords(client, prefix, READ, partitions);
    }

    /**
     * Waits until the day's scorecard of a queue says what is known of its calls, and each of them was told of exactly once. A contact's row
     * is committed before the scorecard that counts it, but topics are read in no order: so all that is there is read before rows are counted.
     */
    void mustBecome(KnownCalls calls) {
        await("the totals of " + calls.queue()).atMost(BOUND).untilAsserted(() -> {
            read();
            assertThat(deadLetters).isEmpty();
            assertThat(totals(calls.queue(), calls.totals().keySet().stream().toList()))
                    .isEqualTo(new TreeMap<>(calls.totals()));
        });
        records.readAll(POLL, this::take);
        assertThat(rows.entrySet().stream().filter(row -> row.getKey().startsWith("VISIT " + calls.queue() + "-")))
                .as("contact rows of visits, each once")
                .hasSize(calls.count())
                .allMatch(row -> row.getValue() == 1);
    }

    /** Takes in what has come since. */
    private void read() {
        records.read(POLL, this::take);
    }

    private void take(String key, SpecificRecord value) {
        if (value instanceof Scorecard scorecard) {
            scorecards.put(key, scorecard);
        } else if (value instanceof ContactRow row) {
            rows.merge(row.getRow() + " " + key + " revision " + row.getRevision(), 1, Integer::sum);
        } else if (value instanceof DeadLetter letter) {
            deadLetters.put(key, letter.getReason() + ": " + letter.getDetail());
        }
    }

    private Map<String, Double> totals(String queue, List<String> kpis) {
        Map<String, Double> totals = new TreeMap<>();
        Scorecard today = scorecards.get("queue/voice/" + queue + "|today|arrival");
        if (today != null) {
            today.getKpis().stream()
                    .filter(kpi -> kpis.contains(kpi.getId()))
                    .forEach(kpi -> totals.put(kpi.getId(), counted(kpi)));
        }
        return totals;
    }

    /** A ratio counts by its numerator. */
    private static Double counted(KpiValue kpi) {
        return kpi.getDenominator() == null ? kpi.getValue() : kpi.getNumerator();
    }

    @Override
    public void close() {
        records.close();
    }
}
