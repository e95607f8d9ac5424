package io.ringside.topology;

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.ringside.topology.state.AgentCodec;
import io.ringside.topology.state.Codec;
import io.ringside.topology.state.ContactCodec;
import io.ringside.topology.state.EpisodeCodec;
import io.ringside.topology.state.ResidentStoreBuilder;
import io.ringside.topology.state.WriteBehindStoreBuilder;

/** The state stores of each arrow. */
final class StageStores {
    private static final int CACHED_CONTACTS = 10_000;
    private static final Codec<String> IDS = Codec.ofKey((id, out) -> out.writeString(id), in -> in.readString());

    private StageStores() {}

    static List<StoreBuilder<? extends StateStore>> ofContacts(Settings settings) {
        List<StoreBuilder<? extends StateStore>> builders = new ArrayList<>(ofContacts());
        if (settings.readsSnapshots()) {
            builders.addAll(ofReconciliation());
        }
        return builders;
    }

    private static List<StoreBuilder<? extends StateStore>> ofContacts() {
        return List.of(
                WriteBehindStoreBuilder.onDisk(EventsToContacts.CONTACTS, IDS, ContactCodec.CONTACTS, CACHED_CONTACTS)
                        .staying((id, contact) -> contact.waitsForTime()),
                new ResidentStoreBuilder<>(EventsToContacts.AGENTS, IDS, AgentCodec.AGENTS),
                new ResidentStoreBuilder<>(EventsToContacts.DEADLINES, Deadlines.KEYS, Deadlines.VALUES),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(EventsToContacts.CLOCK), Serdes.String(), Serdes.ByteArray()));
    }

    private static List<StoreBuilder<? extends StateStore>> ofReconciliation() {
        return List.of(
                new ResidentStoreBuilder<>(Reconciliation.LATEST, SnapshotLog.LINES, SnapshotLog.LATEST),
                new ResidentStoreBuilder<>(Reconciliation.WAITS, Waits.KEYS, Waits.VALUES),
                WriteBehindStoreBuilder.onDisk(
                        Reconciliation.HOURS, SnapshotLog.HOURS, SnapshotLog.MOMENTS, CACHED_CONTACTS),
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Reconciliation.BEATS), Serdes.Integer(), KpiInput.CODEC.serde()));
    }

    static StoreBuilder<? extends StateStore> ofSnapshots() {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(SnapshotsToContacts.CLOCK), Serdes.String(), Serdes.ByteArray());
    }

    static List<StoreBuilder<? extends StateStore>> ofLedger(String stage) {
        List<StoreBuilder<? extends StateStore>> builders = new ArrayList<>(LedgerStores.builders(stage));
        builders.add(LedgerStores.beatsBuilder(stage));
        return builders;
    }

    static String alertsOf(String stage) {
        return stage + "-episodes";
    }

    static StoreBuilder<? extends StateStore> ofAlerts(String stage) {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(alertsOf(stage)), Serdes.String(), EpisodeCodec.EPISODES.serde());
    }
}
