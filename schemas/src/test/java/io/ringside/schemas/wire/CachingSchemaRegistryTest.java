package io.ringside.schemas.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.wire.UndecodableRecordException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CachingSchemaRegistryTest extends SchemaRegistryContract {
    private static final Duration MISSING_FOR = Duration.ofSeconds(10);

    private final CountingRegistry behind = new CountingRegistry();
    private final HandClock clock = new HandClock();
    private final SchemaRegistry registry = new CachingSchemaRegistry(behind, MISSING_FOR, clock);

    @Override
    SchemaRegistry registry() {
        return registry;
    }

    @Test
    void anIdIsAskedForOnce() {
        int id = behind.register(SUBJECT, FIRST);

        registry.schema(id);
        registry.schema(id);

        assertThat(behind.asked).isEqualTo(1);
    }

    @Test
    void anUnknownIdIsNotAskedForAgainForAWhile() {
        registry.schema(1);
        clock.now = clock.now.plus(MISSING_FOR).minusMillis(1);
        registry.schema(1);

        assertThat(behind.asked).isEqualTo(1);
    }

    @Test
    void anUnknownIdThatWasRegisteredSinceIsFoundAfterAWhile() {
        assertThat(registry.schema(1)).isEmpty();
        behind.register(SUBJECT, FIRST);

        clock.now = clock.now.plus(MISSING_FOR);

        assertThat(registry.schema(1)).contains(FIRST);
    }

    @Test
    void anIdWithSomethingElseThanAvroIsNotAskedForAgainEither() {
        behind.unusable = true;

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(UndecodableRecordException.class)
                    .isThrownBy(() -> registry.schema(1))
                    .withMessage("not Avro")
                    .satisfies(wrong -> assertThat(wrong.reason()).isEqualTo(Reason.INCOMPATIBLE_SCHEMA));
        }
        assertThat(behind.asked).isEqualTo(1);
    }

    @Test
    void noiseWithEverNewIdsTakesNoMoreAndMoreMemory() {
        for (int id = 1; id <= 20_000; id++) {
            registry.schema(id);
        }
        registry.schema(20_000);
        assertThat(behind.asked).isEqualTo(20_000);

        registry.schema(1);
        assertThat(behind.asked).as("the oldest was forgotten").isEqualTo(20_001);
    }

    @Test
    void aRegistryThatIsDownIsAskedAgainAtOnce() {
        behind.down = true;
        assertThatExceptionOfType(RegistryUnreachableException.class).isThrownBy(() -> registry.schema(1));
        behind.down = false;
        int id = behind.register(SUBJECT, FIRST);

        assertThat(registry.schema(id)).contains(FIRST);
    }

    private static final class CountingRegistry implements SchemaRegistry {
        private final SchemaRegistry kept = SchemaRegistry.inMemory();
        private int asked;
        private boolean down;
        private boolean unusable;

        @Override
        public int register(String subject, Schema schema) {
            return kept.register(subject, schema);
        }

        @Override
        public int lookUp(String subject, Schema schema) {
            return kept.lookUp(subject, schema);
        }

        @Override
        public Optional<Schema> schema(int id) {
            asked++;
            if (down) {
                throw new RegistryUnreachableException("down", null);
            }
            if (unusable) {
                throw new UndecodableRecordException(Reason.INCOMPATIBLE_SCHEMA, "not Avro");
            }
            return kept.schema(id);
        }

        @Override
        public void setGlobalCompatibility(Compatibility level) {
            kept.setGlobalCompatibility(level);
        }
    }

    /** A clock that goes when it is told to. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
