package io.ringside.topology;

import java.util.Set;

import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Puts something around each processor of a topology, for tests. */
abstract class Wrapping implements ProcessorWrapper {

    abstract <K, V, L, W> Processor<K, V, L, W> around(String node, Processor<K, V, L, W> processor);

    @Override
    public final <K, V, L, W> WrappedProcessorSupplier<K, V, L, W> wrapProcessorSupplier(
            String node, ProcessorSupplier<K, V, L, W> supplier) {
        return ProcessorWrapper.asWrapped(new ProcessorSupplier<K, V, L, W>() {
            @Override
            public Processor<K, V, L, W> get() {
                return around(node, supplier.get());
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return supplier.stores();
            }
        });
    }

    @Override
    public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
            String node, FixedKeyProcessorSupplier<K, V, W> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }
}
