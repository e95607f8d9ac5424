package io.ringside.topology.state;

import java.util.List;
import java.util.function.BiConsumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.RecordBatchingStateRestoreCallback;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The end of a changelog: keeps no bytes, and hands on what is restored. What is written passes it by. */
final class Restored implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private BiConsumer<byte[], byte[]> to = (key, value) -> {};
    private boolean open;

    Restored(String name) {
        this.name = name;
    }

    void to(BiConsumer<byte[], byte[]> listener) {
        to = listener;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (RecordBatchingStateRestoreCallback) records -> {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                to.accept(record.key(), record.value());
            }
        });
        open = true;
    }

    @Override
    public void put(Bytes key, byte[] value) {
        // The object is kept by whoever put it here.
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    @Override
    public byte[] get(Bytes key) {
        throw keepsNothing();
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw keepsNothing();
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        throw keepsNothing();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw keepsNothing();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw keepsNothing();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw keepsNothing();
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }

    private UnsupportedOperationException keepsNothing() {
        return new UnsupportedOperationException(name + " keeps no bytes");
    }
}
