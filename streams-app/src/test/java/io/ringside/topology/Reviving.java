package io.ringside.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.ringside.topology.state.WriteBehindStore;

/**
 * Closes a node's processor and begins anew with the same object, as Kafka Streams does with a task whose state was
 * lost: right before the next record, or in the middle of it.
 */
public final class Reviving extends Wrapping {
    static final String WHEN = "test.reviving";

    private When when;

    /** Tells which nodes are to begin anew with their next record. */
    static final class When {
        private final Set<String> before = new HashSet<>();
        private final Set<String> inTheMiddle = new HashSet<>();

        void beforeTheNextRecordOf(String... nodes) {
            before.addAll(List.of(nodes));
        }

        /** The record is taken, what follows from it is lost, and it comes again. */
        void inTheMiddleOfTheNextRecordOf(String node) {
            inTheMiddle.add(node);
        }
    }

    @Override
    public void configure(Map<String, ?> configs) {
        when = (When) configs.get(WHEN);
    }

    @Override
    <K, V, L, W> Processor<K, V, L, W> around(String node, Processor<K, V, L, W> processor) {
        return new Revived<>(node, processor);
    }

    private final class Revived<K, V, L, W> implements Processor<K, V, L, W> {
        private final String name;
        private final Processor<K, V, L, W> processor;
        private ProcessorContext<L, W> context;

        Revived(String name, Processor<K, V, L, W> processor) {
            this.name = name;
            this.processor = processor;
        }

        @Override
        public void init(ProcessorContext<L, W> given) {
            context = given;
            processor.init(context);
        }

        @Override
        public void process(Record<K, V> input) {
            if (when.before.remove(name)) {
                beginAnew();
            } else if (when.inTheMiddle.remove(name)) {
                processor.process(input);
                WriteBehindStore<?, ?> contacts = context.getStateStore(EventsToContacts.CONTACTS);
                contacts.clearCache();
                beginAnew();
            }
            processor.process(input);
        }

        private void beginAnew() {
            processor.close();
            processor.init(context);
        }

        @Override
        public void close() {
            processor.close();
        }
    }
}
