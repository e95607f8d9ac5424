package io.ringside.schemas.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.Schema;

/** A whole registry in memory: ids from 1, one for each schema whatever its subject, compatibility checked. */
final class InMemorySchemaRegistry implements SchemaRegistry {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, List<Integer>> subjects = new HashMap<>();
    private Compatibility level = Compatibility.BACKWARD;

    @Override
    public synchronized int register(String subject, Schema schema) {
        String text = SchemaText.of(schema);
        List<Integer> versions = subjects.getOrDefault(subject, List.of());
        Integer known = ids.get(text);
        if (known != null && versions.contains(known)) {
            return known;
        }
        Schema parsed = SchemaText.parse(text);
        refuseConflict(subject, parsed, versions);
        int id = known == null ? add(text, parsed) : known;
        subjects.computeIfAbsent(subject, any -> new ArrayList<>()).add(id);
        return id;
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        Integer id = ids.get(SchemaText.of(schema));
        if (id == null || !subjects.getOrDefault(subject, List.of()).contains(id)) {
            throw new RegistryRefusedException(
                    NOT_FOUND, schema.getFullName() + " is not registered under subject " + subject);
        }
        return id;
    }

    @Override
    public synchronized Optional<Schema> schema(int id) {
        return id < 1 || id > schemas.size() ? Optional.empty() : Optional.of(schemas.get(id - 1));
    }

    @Override
    public synchronized void setGlobalCompatibility(Compatibility level) {
        this.level = level;
    }

    private void refuseConflict(String subject, Schema schema, List<Integer> versions) {
        List<Schema> earlier = versions.stream().map(id -> schemas.get(id - 1)).toList();
        level.conflict(schema, earlier).ifPresent(why -> {
            throw new RegistryRefusedException(
                    CONFLICT,
                    schema.getFullName() + " may not follow under subject " + subject + ", which is " + level + ": it "
                            + why);
        });
    }

    private int add(String text, Schema schema) {
        schemas.add(schema);
        ids.put(text, schemas.size());
        return schemas.size();
    }
}
