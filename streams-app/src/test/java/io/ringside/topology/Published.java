package io.ringside.topology;

import java.util.HashMap;
import java.util.Map;

import io.ringside.schemas.Topics;
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
            news.put(record.key(), card);
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
