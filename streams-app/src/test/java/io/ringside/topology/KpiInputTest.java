package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ringside.core.contacts.Line;
import io.ringside.core.contacts.Snapshot;
import io.ringside.core.contacts.Snapshot.Listed;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.facts.Fact;
import io.ringside.core.facts.Measure;
import io.ringside.core.facts.Posting;
import io.ringside.core.kpis.Batch;
import io.ringside.core.kpis.Batches;
import io.ringside.core.kpis.Live;
import io.ringside.core.kpis.Partial;
import io.ringside.topology.KpiInput.Beat;
import io.ringside.topology.KpiInput.Facts;
import io.ringside.topology.KpiInput.Parts;
import io.ringside.topology.KpiInput.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class KpiInputTest {
    @Test
    void whatTravelsBetweenTheStagesArrivesAsItLeft() {
        Fact fact = new Fact(Scope.queue(Channel.CHAT, "sales"), Measure.ANSWERED, 20, 10, 10);
        Batches batches = new Batches(10_000);
        batches.post(List.of(new Posting(fact, 1)));
        List<KpiInput> facts = new ArrayList<>();
        batches.drain(batch -> facts.add(new Facts(2, List.of(batch, batch))));
        assertThat(facts).hasSize(1);
        for (KpiInput input : List.of(
                facts.get(0),
                new Parts(
                        1,
                        List.of(new Partial(3, new Batch(Scope.ALL, List.of(), List.of(), List.of()), Live.NOTHING))),
                new Waiting(
                        2,
                        new Snapshot(
                                new Line(Scope.queue(Channel.VOICE, "sales"), "pbx"),
                                1_793_000_000_000L,
                                List.of(new Listed("c1", ""), new Listed("c2", "v1"))),
                        true),
                new Beat(3, 0, Long.MIN_VALUE, false),
                new Beat(0, 4_000, 1_793_000_000_000L, true))) {
            assertThat(KpiInput.CODEC.decode(KpiInput.CODEC.encode(input))).isEqualTo(input);
        }
    }

    @Test
    void anotherFormatOrKindIsRefused() {
        assertThatThrownBy(() -> KpiInput.CODEC.decode(new byte[] {2, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format 2");
        assertThatThrownBy(() -> KpiInput.CODEC.decode(new byte[] {1, 9}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kind 9");
    }
}
