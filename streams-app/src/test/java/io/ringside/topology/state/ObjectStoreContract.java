package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every store of live objects. The driver commits after each deed. */
abstract class ObjectStoreContract<S extends ObjectStore<String, StringBuilder>> {
    static final String NAME = "boxes";
    static final Codec<String> KEYS = Codec.ofKey((key, out) -> out.writeString(key), ByteReader::readString);
    static final Codec<StringBuilder> VALUES =
            Codec.of(1, ObjectStoreContract::write, in -> new StringBuilder(in.readString()));

    private static final String UNWRITABLE = "unwritable";

    private final List<Consumer<S>> deeds = new ArrayList<>();
    private TopologyTestDriver driver;
    private TestOutputTopic<String, byte[]> changelog;

    abstract StoreBuilder<? extends StateStore> builder();

    private static void write(StringBuilder value, ByteWriter out) {
        if (value.toString().equals(UNWRITABLE)) {
            throw new IllegalArgumentException(UNWRITABLE);
        }
        out.writeString(value.toString());
    }

    @BeforeEach
    void start() {
        Topology topology = new Topology()
                .addSource("source", new ByteArrayDeserializer(), new ByteArrayDeserializer(), "deeds")
                .addProcessor("processor", Doing::new, "source")
                .addStateStore(builder(), "processor");
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver = new TopologyTestDriver(topology, properties);
        changelog = driver.createOutputTopic(
                "test-" + NAME + "-changelog", new StringDeserializer(), (topic, bytes) -> bytes);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private final class Doing implements Processor<byte[], byte[], Void, Void> {
        private S store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(NAME);
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            deeds.remove(0).accept(store);
        }
    }

    /** Does something with the store, and has it committed. */
    final void commit(Consumer<S> deed) {
        deeds.add(deed);
        driver.createInputTopic("deeds", new StringSerializer(), new StringSerializer())
                .pipeInput("do");
    }

    /** How many records the changelog got since it was asked last. */
    final int logged() {
        return changelog.readRecordsToList().size();
    }

    private static Optional<String> text(ObjectStore<String, StringBuilder> store, String key) {
        return store.get(key).map(StringBuilder::toString);
    }

    private static Map<String, String> all(ObjectStore<String, StringBuilder> store) {
        Map<String, String> all = new TreeMap<>();
        store.forEach((key, value) -> assertThat(all.put(key, value.toString())).isNull());
        return all;
    }

    @Test
    void whatIsPutIsThereAtOnceAndAfterTheCommit() {
        commit(store -> {
            store.put("a", new StringBuilder("one"));
            assertThat(text(store, "a")).contains("one");
        });
        commit(store -> assertThat(text(store, "a")).contains("one"));
    }

    /** A broker that is away fails a write, and Kafka Streams may come again before it gives the task up. */
    @Test
    void aWriteThatFailedGoesOnWhereItWas() {
        commit(store -> store.put("gone", new StringBuilder("one")));
        commit(store -> {
            StringBuilder second = new StringBuilder(UNWRITABLE);
            store.put("first", new StringBuilder("done"));
            store.remove("gone");
            store.put("second", second);
            assertThatThrownBy(((CachedStateStore<?, ?>) store)::flushCache).hasMessage(UNWRITABLE);
            second.replace(0, second.length(), "two");
        });
        commit(store -> assertThat(all(store)).isEqualTo(Map.of("first", "done", "second", "two")));
        assertThat(logged()).isEqualTo(4);
    }

    @Test
    void whatIsRemovedIsGoneAtOnceAndAfterTheCommit() {
        commit(store -> store.put("a", new StringBuilder("one")));
        commit(store -> {
            store.remove("a");
            assertThat(text(store, "a")).isEmpty();
        });
        commit(store -> assertThat(text(store, "a")).isEmpty());
        assertThat(logged()).isEqualTo(2);
    }

    @Test
    void anObjectThatChangesSeveralTimesIsWrittenOnceACommit() {
        commit(store -> {
            StringBuilder value = new StringBuilder("one");
            store.put("a", value);
            store.put("a", value.append(" and two"));
        });
        assertThat(logged()).isEqualTo(1);
        commit(store -> assertThat(text(store, "a")).contains("one and two"));
        assertThat(logged()).as("nothing changed").isZero();
    }

    @Test
    void whatIsRemovedAndPutAgainIsThere() {
        commit(store -> store.put("a", new StringBuilder("one")));
        commit(store -> {
            store.remove("a");
            store.put("a", new StringBuilder("two"));
        });
        commit(store -> assertThat(text(store, "a")).contains("two"));
    }

    @Test
    void everythingIsVisitedOnceWrittenOrNot() {
        commit(store -> {
            store.put("a", new StringBuilder("one"));
            store.put("b", new StringBuilder("two"));
        });
        commit(store -> {
            store.put("b", new StringBuilder("three"));
            store.put("c", new StringBuilder("four"));
            store.remove("a");
            assertThat(all(store)).hasToString("{b=three, c=four}");
        });
        commit(store -> assertThat(all(store)).hasToString("{b=three, c=four}"));
    }

    @Test
    void whatIsPutBeforeTheFlushIsPartOfTheCommit() {
        commit(store -> store.beforeFlush(() -> store.put("a", new StringBuilder("late"))));
        assertThat(logged()).isEqualTo(1);
        commit(store -> assertThat(text(store, "a")).contains("late"));
    }
}
