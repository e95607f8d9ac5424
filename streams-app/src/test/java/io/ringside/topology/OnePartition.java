package io.ringside.topology;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;

import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;

/**
 * Makes a driver, which knows one partition only, be one of several: processors are told which one they are on, and what
 * goes to other partitions is handed over instead of coming back.
 */
public final class OnePartition extends Wrapping {
    static final String PARTITION = "test.partition";
    static final String AWAY = "test.away";

    /** The nodes that stand before a topic between stages, and these topics. */
    private static final Map<String, String> GATES =
            Map.of(Way.SNAPSHOTS.node(), "snapshots", Way.FACTS.node(), "facts", Way.PARTS.node(), "parts");

    private int partition;
    private Away away;

    /** Takes what is meant for a topic between stages. */
    interface Away {
        void send(String topic, Record<String, KpiInput> record);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        partition = (int) configs.get(PARTITION);
        away = (Away) configs.get(AWAY);
    }

    @Override
    public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<K, V, W> supplier) {
        String topic = GATES.get(name);
        return ProcessorWrapper.asWrappedFixedKey(topic == null ? supplier : () -> gate(topic));
    }

    private <K, V, W> FixedKeyProcessor<K, V, W> gate(String topic) {
        return input -> {
            if (input.value() instanceof KpiInput value) {
                away.send(topic, new Record<>((String) input.key(), value, input.timestamp()));
            }
        };
    }

    @Override
    <K, V, L, W> Processor<K, V, L, W> around(String node, Processor<K, V, L, W> processor) {
        return new Processor<>() {
            @Override
            public void init(ProcessorContext<L, W> context) {
                processor.init(told(context));
            }

            @Override
            public void process(Record<K, V> input) {
                processor.process(input);
            }

            @Override
            public void close() {
                processor.close();
            }
        };
    }

    @SuppressWarnings("unchecked") // it stands for the context that it asks
    private <L, W> ProcessorContext<L, W> told(ProcessorContext<L, W> context) {
        return (ProcessorContext<L, W>) Proxy.newProxyInstance(
                OnePartition.class.getClassLoader(),
                new Class<?>[] {InternalProcessorContext.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("taskId")) {
                        return new TaskId(context.taskId().subtopology(), partition);
                    }
                    try {
                        return method.invoke(context, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
