package io.ringside.schemas.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/**
 * What a new version of a schema owes the versions before it, under the names a registry uses.
 *
 * @see <a href="https://docs.confluent.io/platform/current/schema-registry/fundamentals/schema-evolution.html">
 *     Schema evolution and compatibility</a>
 */
public enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsOld;
    private final boolean readByOld;
    private final boolean transitive;

    Compatibility(boolean readsOld, boolean readByOld, boolean transitive) {
        this.readsOld = readsOld;
        this.readByOld = readByOld;
        this.transitive = transitive;
    }

    /**
     * The first reason why {@code next} may not follow {@code earlier}, or nothing if it may.
     *
     * @param earlier the versions before, oldest first; only the newest counts unless this is transitive
     */
    public Optional<String> conflict(Schema next, List<Schema> earlier) {
        int last = earlier.size() - 1;
        for (int version = last; version >= 0 && (transitive || version == last); version--) {
            Optional<String> conflict = conflict(next, earlier.get(version), version + 1);
            if (conflict.isPresent()) {
                return conflict;
            }
        }
        return Optional.empty();
    }

    private Optional<String> conflict(Schema next, Schema before, int version) {
        return unreadable(readsOld, next, before)
                .map(why -> "cannot read data of version " + version + ": " + why)
                .or(() -> unreadable(readByOld, before, next)
                        .map(why -> "version " + version + " cannot read its data: " + why));
    }

    private static Optional<String> unreadable(boolean asked, Schema reader, Schema writer) {
        if (!asked) {
            return Optional.empty();
        }
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        return verdict.getCompatibility() == SchemaCompatibilityType.COMPATIBLE
                ? Optional.empty()
                : Optional.of(verdict.getIncompatibilities().stream()
                        .map(wrong -> wrong.getType() + " at " + wrong.getLocation() + " (" + wrong.getMessage() + ")")
                        .collect(Collectors.joining("; ")));
    }
}
