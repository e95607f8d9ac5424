package io.ringside.topology;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.schemas.Topics;
import io.ringside.schemas.settings.SettingsChange;
import io.ringside.schemas.wire.RegistryUnreachableException;
import io.ringside.schemas.wire.UndecodableRecordException;
import io.ringside.schemas.wire.WireFormat;

/**
 * Takes changes of settings into the definitions, on every instance: all that are there before the first event is read,
 * the others as they come. One that is not right is refused, and all stays as it was.
 */
final class SettingsToDefinitions implements Processor<byte[], byte[], Void, Void> {
    static final String STORE = "settings";

    private final CurrentDefinitions definitions;
    private final Deserializer<SettingsChange> decoder;
    private final Observer observer;
    private final Patience patience;
    private final String topic;
    private KeyValueStore<byte[], byte[]> store;

    SettingsToDefinitions(Settings settings, WireFormat wire, Observer observer, Patience patience) {
        this.definitions = settings.definitions();
        this.decoder = wire.serde(SettingsChange.class).deserializer();
        this.observer = observer;
        this.patience = patience;
        this.topic = Topics.SETTINGS.name(settings.topicPrefix());
    }

    /** It begins empty with every start, so that every start reads all changes again. */
    static StoreBuilder<KeyValueStore<byte[], byte[]>> store() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingDisabled()
                .withCachingDisabled();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> input) {
        store.put(input.key(), input.value());
        try {
            Change change = ChangeRecords.read(decode(input.value()), input.timestamp());
            if (definitions.take(change)) {
                observer.settingsChanged(change);
            }
        } catch (UndecodableRecordException | ChangeRefusedException e) {
            observer.settingsRefused(new String(input.key(), StandardCharsets.UTF_8), e.getMessage());
        }
    }

    /** An exception would be the end of the instance: the thread of global stores is never replaced. */
    private SettingsChange decode(byte[] value) {
        if (value == null) {
            throw new UndecodableRecordException(
                    UndecodableRecordException.Reason.NO_VALUE, "the record has no value: changes are never deleted");
        }
        while (true) {
            try {
                return decoder.deserialize(topic, value);
            } catch (RegistryUnreachableException away) {
                await(away);
            }
        }
    }

    private void await(RegistryUnreachableException away) {
        try {
            patience.await(away);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
