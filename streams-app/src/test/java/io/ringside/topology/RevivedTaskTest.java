package io.ringside.topology;

import java.util.Map;

import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Measure;
import io.ringside.core.kpis.Live;
import io.ringside.core.scorecards.Scorecard;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Heartbeat;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;

/** A task whose state was lost begins anew with the same objects: nothing of before is left, and nothing is missing. */
final class RevivedTaskTest {
    private static final Scope SALES = Scope.queue(Channel.VOICE, "sales");

    private final Reviving.When when = new Reviving.When();
    private final Center center = new Center(
            Configuration.defaults().definitions(),
            Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Reviving.class, Reviving.WHEN, when));

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void whatWasInHandWhenATaskWasLostCountsOnce() {
        when.inTheMiddleOfTheNextRecordOf("contacts-fold");
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE)).at(NINE.plusSeconds(5));

        assertThat(center.kpi(SALES, "5m", "outcome", "offered").getValue()).isEqualTo(1);
        assertThat(center.shown().live.get(SALES).waiting().count()).isEqualTo(1);
    }

    @Test
    void allThatATaskShowedIsShownAgainBeforeItsFirstRecord() {
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE))
                .send(Topics.CALLS, "c2", Calls.enqueued("c2", "sales", NINE))
                .send(Topics.CALLS, "c2", Calls.abandoned("c2", NINE.plusSeconds(30)))
                .at(NINE.plusSeconds(40));
        Shown shown = center.shown();
        Map<Scope, Live> live = Map.copyOf(shown.live);
        Map<String, Scorecard> scorecards = Map.copyOf(shown.scorecards);
        Map<String, ?> watermarks = Map.copyOf(shown.watermarks);
        shown.forget();

        when.beforeTheNextRecordOf("kpis-tally", "rollups-tally");
        center.send(
                Topics.HEARTBEATS,
                null,
                new Heartbeat(NINE.plusSeconds(40), "test", false, null)); // as before: nothing new

        assertThat(shown.retired).containsExactly("kpis/0", "rollups/0");
        assertThat(shown.live).isEqualTo(live).containsKeys(SALES, Scope.ALL);
        assertThat(shown.scorecards).isEqualTo(scorecards);
        assertThat(shown.watermarks).isEqualTo(watermarks).hasSize(2);
        assertThat(shown.totals.get(SALES).count(Measure.ABANDONED)).isEqualTo(1);
    }

    @Test
    void figuresGoOnAfterATaskWasRevived() {
        center.send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE)).at(NINE.plusSeconds(5));
        when.beforeTheNextRecordOf("contacts-fold", "kpis-tally", "rollups-tally");
        center.send(Topics.CALLS, "c1", Calls.answered("c1", "ada", NINE.plusSeconds(12)))
                .send(Topics.CALLS, "c2", Calls.enqueued("c2", "sales", NINE.plusSeconds(12)))
                .at(NINE.plusSeconds(14));

        assertThat(center.kpi(Scope.ALL, "5m", "outcome", "offered").getValue()).isEqualTo(2);
        assertThat(center.kpi(SALES, "5m", "outcome", "asa").getValue()).isEqualTo(12);
        assertThat(center.shown().live.get(Scope.ALL).waiting().count()).isEqualTo(1);
    }
}
