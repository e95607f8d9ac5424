package io.ringside.schemas.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.avro.Schema;

import io.ringside.schemas.wire.UndecodableRecordException.Reason;

/**
 * Asks another registry once for what never changes: the id of a schema and the schema of an id. What is not there is
 * remembered briefly only, as it may be registered later; without that memory, each bad record would cost a request.
 */
final class CachingSchemaRegistry implements SchemaRegistry {
    /** Noise that happens to begin with 0 has a new id each time; the oldest of these are forgotten. */
    private static final int MOST_MISSING = 10_000;

    private final SchemaRegistry registry;
    private final Duration missingFor;
    private final Clock clock;
    private final ConcurrentMap<Subject, Integer> registered = new ConcurrentHashMap<>();
    private final ConcurrentMap<Subject, Integer> lookedUp = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Missing> missing = Collections.synchronizedMap(new Oldest<>());

    CachingSchemaRegistry(SchemaRegistry registry, Duration missingFor, Clock clock) {
        this.registry = registry;
        this.missingFor = missingFor;
        this.clock = clock;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.computeIfAbsent(
                new Subject(subject, schema), any -> known(registry.register(subject, schema), schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return lookedUp.computeIfAbsent(
                new Subject(subject, schema), any -> known(registry.lookUp(subject, schema), schema));
    }

    @Override
    public Optional<Schema> schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Missing gone = missing.get(id);
        if (gone != null && clock.instant().isBefore(gone.until())) {
            return gone.answer();
        }
        return ask(id);
    }

    @Override
    public void setGlobalCompatibility(Compatibility level) {
        registry.setGlobalCompatibility(level);
    }

    /** Whoever knows the id of a schema knows the schema of that id, as a registry writes it, and need not ask for it. */
    private int known(int id, Schema schema) {
        schemas.computeIfAbsent(id, any -> SchemaText.parse(SchemaText.of(schema)));
        return id;
    }

    private Optional<Schema> ask(int id) {
        Instant until = clock.instant().plus(missingFor);
        try {
            Optional<Schema> schema = registry.schema(id);
            schema.ifPresentOrElse(
                    found -> schemas.put(id, found), () -> missing.put(id, new Missing(until, Optional.empty())));
            return schema;
        } catch (UndecodableRecordException e) {
            missing.put(id, new Missing(until, Optional.of(e.getMessage())));
            throw e;
        }
    }

    private record Subject(String name, Schema schema) {}

    /** An id without a schema, or with one that cannot be used, and why. */
    private record Missing(Instant until, Optional<String> unusable) {
        Optional<Schema> answer() {
            unusable.ifPresent(why -> {
                throw new UndecodableRecordException(Reason.INCOMPATIBLE_SCHEMA, why);
            });
            return Optional.empty();
        }
    }

    private static final class Oldest<V> extends LinkedHashMap<Integer, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
            return size() > MOST_MISSING;
        }
    }
}
