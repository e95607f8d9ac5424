package io.ringside.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers of the scorecards have: of open windows the latest, of closed ones the highest revision. */
final class Published {
    private final Map<String, Scorecard> open = new HashMap<>();
    private final Map<String, Scorecard> finals = new HashMap<>();

    private final Map<String, Scorecard> news = new HashMap<>();

    void read(Partitions center) {
        news.clear();
        center.read(Topics.SCORECARDS).forEach(record -> {
            open.put(record.key(), record.value());
            balances(record.key(), record.value());
        });
        center.read(Topics.SCORECARD_HISTORY).forEach(record -> {
            Scorecard card = record.value();
            balances(record.key(), card);
            Scorecard before = finals.put(record.key(), card);
            saysWhatChanged(record.key(), before, card);
            news.put(record.key(), card);
            assertThat(card.getRevision() > 1 && card.getChanged().isEmpty())
                    .as("%s, revision %d, repeats what was said", record.key(), card.getRevision())
                    .isFalse();
            assertThat(card.getRevision())
                    .as("revision of %s", record.key())
                    .isEqualTo(before == null ? 1 : before.getRevision() + 1);
            assertThat(card.getCause() != null)
                    .as("%s has a cause", record.key())
                    .isEqualTo(card.getRevision() > 1);
        });
    }

    /** At any moment, and not only when all is in. */
    private static void balances(String key, Scorecard card) {
        assertThat(card.getResidual()).as("residual of %s", key).isIn(null, 0L);
    }

    /** Each revision names the figures that the one before said otherwise, and what it said. */
    private static void saysWhatChanged(String key, Scorecard before, Scorecard card) {
        Map<String, List<Double>> expected = new TreeMap<>();
        if (before != null) {
            Map<String, KpiValue> now = new HashMap<>();
            card.getKpis().forEach(kpi -> now.put(kpi.getId(), kpi));
            for (KpiValue then : before.getKpis()) {
                if (!figures(then).equals(figures(now.get(then.getId())))) {
                    expected.put(then.getId(), figures(then));
                }
            }
            expectCount("waiting_at_start", before.getWaitingAtStart(), card.getWaitingAtStart(), expected);
            expectCount("waiting_at_end", before.getWaitingAtEnd(), card.getWaitingAtEnd(), expected);
        }
        Map<String, List<Double>> said = new TreeMap<>();
        card.getChanged()
                .forEach(was ->
                        said.put(was.getId(), Arrays.asList(was.getValue(), was.getNumerator(), was.getDenominator())));
        assertThat(said)
                .as("changed of %s, revision %d", key, card.getRevision())
                .isEqualTo(expected);
        assertThat(card.getAttribution() == Attribution.OUTCOME && "outcome".equals(card.getCause()))
                .as("%s by outcome has a cause of its own", key)
                .isFalse();
    }

    private static void expectCount(String id, Long then, Long now, Map<String, List<Double>> expected) {
        if (!Objects.equals(then, now)) {
            expected.put(id, Arrays.asList(then.doubleValue(), then.doubleValue(), null));
        }
    }

    private static List<Double> figures(KpiValue kpi) {
        return Arrays.asList(kpi.getValue(), kpi.getNumerator(), kpi.getDenominator());
    }

    Map<String, Scorecard> open() {
        return open;
    }

    /** The closed windows that were stated since the look before. */
    Map<String, Scorecard> news() {
        return news;
    }

    Map<String, Scorecard> finals() {
        return finals;
    }
}
