package io.ringside.adapters.web;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.scorecards.Scorecard;

/**
 * Lets a value pass whose writer's schema is known, and learns those that are not by decoding one value. So nobody who
 * looks at a board has to wait for the registry.
 */
final class SchemaGate {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaGate.class);
    private static final int HEADER_BYTES = 5;
    private static final int NONE = -1;

    private final Function<byte[], Scorecard> wire;
    private final Set<Integer> known = new HashSet<>();

    SchemaGate(Function<byte[], Scorecard> wire) {
        this.wire = wire;
    }

    /**
     * Returns once the value's schema is known.
     *
     * @throws io.ringside.schemas.wire.UndecodableRecordException if the value is no scorecard
     * @throws io.ringside.schemas.wire.RegistryException if its schema cannot be had
     */
    void pass(byte[] value) {
        int id = schemaId(value);
        if (!known.contains(id)) {
            Scorecard first = wire.apply(value);
            known.add(id);
            LOG.debug(
                    "Scorecards of schema {} are read as {}",
                    id,
                    first.getSchema().getFullName());
        }
    }

    private static int schemaId(byte[] value) {
        return value.length < HEADER_BYTES || value[0] != 0
                ? NONE
                : ByteBuffer.wrap(value).getInt(1);
    }
}
