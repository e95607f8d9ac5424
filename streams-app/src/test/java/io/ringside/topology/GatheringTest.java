package io.ringside.topology;

import java.time.Instant;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.Heartbeat;
import io.ringside.topology.KpiInput.Beat;

import static org.assertj.core.api.Assertions.assertThat;

/** Time passes here when the snapshots of all partitions have come as far, and not before. */
final class GatheringTest {
    private final KeyValueStore<Integer, KpiInput> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("beats"), Serdes.Integer(), KpiInput.CODEC.serde())
            .withLoggingDisabled()
            .build();
    private Gathering gathering;

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<Object, Object>().getStateStoreContext(), store);
        gathering = new Gathering(store, 2);
    }

    @Test
    void timeIsWhereTheSlowestIs() {
        told(10, false);
        snapshots(0, 20, false);
        assertThat(gathering.next()).isEmpty();

        snapshots(1, 7, false);
        assertPasses(7, false);
        snapshots(1, 30, false);
        assertPasses(10, false);
        assertThat(gathering.next()).isEmpty();
    }

    @Test
    void theEndIsPassedOnceAllHaveComeToTheirsEvenWhereTimeStandsStill() {
        told(10, false);
        snapshots(0, 10, false);
        snapshots(1, 10, false);
        assertPasses(10, false);

        told(10, true);
        assertPasses(10, false);
        snapshots(0, 10, true);
        assertThat(gathering.next()).isEmpty();
        snapshots(1, 10, true);
        assertPasses(10, true);
        assertThat(gathering.next()).isEmpty();
    }

    @Test
    void whatWasSaidIsSaidForGood() {
        told(10, true);
        snapshots(0, 12, true);
        gathering = new Gathering(store, 2);
        snapshots(1, 11, true);

        assertPasses(12, true);
    }

    private void told(long at, boolean last) {
        gathering.take(new Heartbeat(Instant.ofEpochMilli(at), "test", last, null));
    }

    private void snapshots(int partition, long at, boolean last) {
        gathering.take(new Beat(partition, 0, at, last));
    }

    private void assertPasses(long at, boolean last) {
        assertThat(gathering.next()).hasValueSatisfying(beat -> {
            assertThat(beat.at()).isEqualTo(at);
            assertThat(beat.last()).isEqualTo(last);
        });
    }
}
