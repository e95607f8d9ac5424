package io.ringside.topology;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** A processor with the stores that it rests on. */
record Arrow<K, V, L, W>(List<StoreBuilder<? extends StateStore>> builders, Supplier<Processor<K, V, L, W>> processor)
        implements ProcessorSupplier<K, V, L, W> {
    @Override
    public Processor<K, V, L, W> get() {
        return processor.get();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.copyOf(builders);
    }
}
