package io.ringside.local.score;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.ringside.schemas.deadletters.DeadLetter;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;

/** The closed scorecards that were asked for, as far as they were read: of each, the latest revision. */
final class FinalScorecards {
    private static final List<String> STAGES = List.of("kpis", "rollups");

    private final Predicate<Scorecard> wanted;
    private final Map<String, Scorecard> latest = new HashMap<>();
    private final Map<String, Instant> asOf = new HashMap<>();
    private final Map<String, Long> refused = new TreeMap<>();

    /** @param wanted what is kept of all that comes by */
    FinalScorecards(Predicate<Scorecard> wanted) {
        this.wanted = wanted;
    }

    /** The scorecards of queues and of all together. */
    static Predicate<Scorecard> of(Grain grain, Attribution attribution) {
        return scorecard -> (scorecard.getScope() == ScopeKind.QUEUE || scorecard.getScope() == ScopeKind.ALL)
                && scorecard.getWindow().equals(grain.windowId())
                && scorecard.getAttribution() == attribution;
    }

    /** Takes a record of the history, the watermarks or the dead letters. */
    void take(ConsumerRecord<String, SpecificRecord> record) {
        if (record.value() instanceof Watermark watermark) {
            asOf.put(mark(watermark.getStage(), watermark.getPartition()), watermark.getAsOf());
        } else if (record.value() instanceof Scorecard scorecard && wanted.test(scorecard)) {
            latest.merge(record.key(), scorecard, (a, b) -> b.getRevision() >= a.getRevision() ? b : a);
        } else if (record.value() instanceof DeadLetter letter) {
            refused.merge(letter.getReason(), 1L, Long::sum);
        }
    }

    /** How many events the app refused, by reason. */
    Map<String, Long> refused() {
        return refused;
    }

    /** Whether every stage has said on each of so many partitions that it is past this moment. */
    boolean isPast(Instant end, int partitions) {
        for (String stage : STAGES) {
            for (int partition = 0; partition < partitions; partition++) {
                if (asOf.getOrDefault(mark(stage, partition), Instant.MIN).isBefore(end)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** How many were kept. */
    int size() {
        return latest.size();
    }

    /** The rows of queues and of all together in which something happened, in the order in which they are printed. */
    List<ScoreRow> rows(Grain grain, Attribution attribution) {
        return latest.values().stream()
                .filter(of(grain, attribution))
                .map(ScoreRow::of)
                .filter(ScoreRow::saysSomething)
                .sorted(grain.order())
                .toList();
    }

    private static String mark(String stage, int partition) {
        return stage + "/" + partition;
    }
}
