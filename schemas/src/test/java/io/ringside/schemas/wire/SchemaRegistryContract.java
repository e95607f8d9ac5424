package io.ringside.schemas.wire;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.events.CallEvent;

import static io.ringside.schemas.wire.Compatibility.FULL_TRANSITIVE;
import static io.ringside.schemas.wire.Compatibility.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every registry does, wherever it lives. */
abstract class SchemaRegistryContract {
    static final String SUBJECT = "calls of today-value";
    static final Schema FIRST = schema("{\"name\":\"agent\",\"type\":\"string\"}");
    static final Schema WITH_OPTIONAL_FIELD =
            schema("{\"name\":\"agent\",\"type\":\"string\"},{\"name\":\"team\",\"type\":\"string\",\"default\":\"\"}");
    static final Schema WITH_REQUIRED_FIELD =
            schema("{\"name\":\"agent\",\"type\":\"string\"},{\"name\":\"team\",\"type\":\"string\"}");

    /** An empty registry, and the same one upon each call within a test. */
    abstract SchemaRegistry registry();

    static Schema schema(String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Shift\",\"namespace\":\"test\",\"fields\":[" + fields + "]}");
    }

    @Test
    void aRegisteredSchemaIsFoundByItsId() {
        int id = registry().register(SUBJECT, FIRST);

        assertThat(registry().schema(id)).contains(FIRST);
        assertThat(registry().lookUp(SUBJECT, FIRST)).isEqualTo(id);
    }

    @Test
    void registeringTheSameSchemaAgainGivesTheSameId() {
        int id = registry().register(SUBJECT, FIRST);

        assertThat(registry().register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(registry().register("another-value", FIRST)).isEqualTo(id);
    }

    @Test
    void schemasThatDifferHaveIdsThatDiffer() {
        int first = registry().register(SUBJECT, FIRST);
        int second = registry().register(SUBJECT, WITH_OPTIONAL_FIELD);

        assertThat(second).isNotEqualTo(first);
        assertThat(registry().schema(first)).contains(FIRST);
        assertThat(registry().schema(second)).contains(WITH_OPTIONAL_FIELD);
    }

    @Test
    void anIdThatNobodyRegisteredHasNoSchema() {
        assertThat(registry().schema(4711)).isEmpty();
    }

    @Test
    void aSchemaThatIsNotRegisteredUnderASubjectIsNotFoundThere() {
        registry().register("another-value", FIRST);

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry().lookUp(SUBJECT, FIRST))
                .withMessageContaining("test.Shift")
                .withMessageContaining(SUBJECT)
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void aSchemaThatBreaksCompatibilityIsRefusedWithItsSubjectAndTheReason() {
        registry().setGlobalCompatibility(FULL_TRANSITIVE);
        registry().register(SUBJECT, FIRST);

        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> registry().register(SUBJECT, WITH_REQUIRED_FIELD))
                .withMessageContaining(SUBJECT)
                .withMessageContaining("team")
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(409));
    }

    @Test
    void withoutCompatibilityAnySchemaMayFollow() {
        registry().setGlobalCompatibility(NONE);
        registry().register(SUBJECT, FIRST);

        assertThat(registry().register(SUBJECT, WITH_REQUIRED_FIELD)).isPositive();
    }

    @Test
    void theSchemaOfAGeneratedClassIsKeptAsItsAuthorWroteIt() {
        int id = registry().register(SUBJECT, CallEvent.getClassSchema());

        assertThat(registry().schema(id).orElseThrow().toString())
                .isEqualTo(CallEvent.getClassSchema()
                        .toString()
                        .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\""));
    }
}
