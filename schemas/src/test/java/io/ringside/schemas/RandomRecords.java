package io.ringside.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Any record that the schema of a generated class allows. */
public final class RandomRecords {
    private RandomRecords() {}

    /** Any record of any topic. */
    public static Arbitrary<SpecificRecord> ofAnyTopic() {
        return Arbitraries.of(Topics.all()).flatMap(topic -> record(topic.schema()));
    }

    private static Arbitrary<SpecificRecord> record(Schema schema) {
        List<Arbitrary<Object>> values =
                schema.getFields().stream().map(field -> value(field.schema())).toList();
        return Combinators.combine(values).as(chosen -> {
            SpecificRecord made =
                    (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
            IntStream.range(0, chosen.size()).forEach(i -> made.put(i, chosen.get(i)));
            return made;
        });
    }

    private static Arbitrary<Object> value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema).asGeneric();
            case UNION -> Arbitraries.of(schema.getTypes()).flatMap(RandomRecords::value);
            case ARRAY -> value(schema.getElementType()).list().ofMaxSize(3).asGeneric();
            case MAP ->
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(40), value(schema.getValueType()))
                        .ofMaxSize(3)
                        .asGeneric();
            case ENUM ->
                Arbitraries.of(schema.getEnumSymbols())
                        .map(symbol -> SpecificData.get().createEnum(symbol, schema));
            case STRING -> Arbitraries.strings().ofMaxLength(40).asGeneric();
            case BYTES -> Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(ByteBuffer::wrap);
            case LONG ->
                schema.getLogicalType() == null
                        ? Arbitraries.longs().asGeneric()
                        : Arbitraries.longs().map(Instant::ofEpochMilli);
            case INT -> Arbitraries.integers().asGeneric();
            case DOUBLE -> Arbitraries.doubles().asGeneric();
            case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
            case NULL -> Arbitraries.just(null);
            default -> throw new IllegalArgumentException("No record has a field of type " + schema);
        };
    }
}
