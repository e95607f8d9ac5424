package io.ringside.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every schema keeps to, so that those who read it need nothing else, and later versions can come. */
class SchemaStyleTest {
    private static final Pattern MOMENT = Pattern.compile("at|asOf|(?!waitingAt).*(At|Since|Until|Start|End)");

    static List<Topic<?>> topics() {
        return List.copyOf(Topics.all());
    }

    private static void forEachType(Schema schema, Set<String> seen, Consumer<Schema> check) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(type -> forEachType(type, seen, check));
            case ARRAY -> forEachType(schema.getElementType(), seen, check);
            case MAP -> forEachType(schema.getValueType(), seen, check);
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    check.accept(schema);
                    schema.getFields().forEach(field -> forEachType(field.schema(), seen, check));
                }
            }
            default -> check.accept(schema);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyRecordEnumAndFieldSaysWhatItIs(Topic<?> topic) {
        forEachType(topic.schema(), new HashSet<>(), type -> {
            if (type.getType() == Schema.Type.RECORD || type.getType() == Schema.Type.ENUM) {
                assertThat(type.getDoc()).as(type.getFullName()).isNotBlank().endsWith(".");
            }
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields()).allSatisfy(field -> assertThat(field.doc())
                        .as(type.getName() + "." + field.name())
                        .isNotBlank()
                        .endsWith("."));
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyEnumHasADefaultForSymbolsYetToCome(Topic<?> topic) {
        forEachType(topic.schema(), new HashSet<>(), type -> {
            if (type.getType() == Schema.Type.ENUM) {
                assertThat(type.getEnumDefault()).as(type.getFullName()).isEqualTo("UNKNOWN");
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyMomentIsATimestampAndNothingElseIs(Topic<?> topic) {
        forEachType(topic.schema(), new HashSet<>(), type -> {
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(namesOf(type, SchemaStyleTest::isTimestamp))
                        .as(type.getFullName())
                        .isEqualTo(namesOf(
                                type, field -> MOMENT.matcher(field.name()).matches()));
            }
        });
    }

    private static boolean isTimestamp(Field field) {
        return (field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema()))
                .stream().anyMatch(type -> LogicalTypes.timestampMillis().equals(type.getLogicalType()));
    }

    private static Set<String> namesOf(Schema record, Predicate<Field> which) {
        return record.getFields().stream().filter(which).map(Field::name).collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void everyOptionalFieldIsNothingUnlessSaidOtherwise(Topic<?> topic) {
        forEachType(topic.schema(), new HashSet<>(), type -> {
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields())
                        .filteredOn(field -> field.schema().isNullable())
                        .allSatisfy(field -> assertThat(field.hasDefaultValue())
                                .as(field.name())
                                .isTrue());
            }
        });
    }
}
