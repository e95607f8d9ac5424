package io.ringside.producers;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * An Avro record as the JSON that a person would write: plain values, ISO 8601 times, and no field that only says its default.
 *
 * <p>Avro's own JSON encoding is not used: it wraps each optional value in its type's name, wants every field and counts times in milliseconds.
 */
final class RecordJson {
    private static final SpecificData DATA = SpecificData.get();

    private RecordJson() {}

    static void write(SpecificRecord record, ObjectNode into) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (!isDefault(field, value)) {
                into.set(field.name(), json(value));
            }
        }
    }

    /**
     * Reads a record from the fields of an object.
     *
     * @throws IllegalArgumentException naming the field, if one is unknown, missing or of another type
     */
    static SpecificRecord read(Schema schema, ObjectNode from) {
        from.fieldNames().forEachRemaining(name -> requireKnown(schema, name));
        SpecificRecord record = (SpecificRecord) DATA.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field, from.get(field.name())));
        }
        return record;
    }

    private static void requireKnown(Schema schema, String name) {
        if (schema.getField(name) == null) {
            throw new IllegalArgumentException("%s: no such field in a %s".formatted(name, schema.getName()));
        }
    }

    private static boolean isDefault(Schema.Field field, Object value) {
        return field.hasDefaultValue() && Objects.equals(value, DATA.getDefaultValue(field));
    }

    private static JsonNode json(Object value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        if (value instanceof List<?> list) {
            ArrayNode array = make.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof SpecificRecord record) {
            ObjectNode object = make.objectNode();
            write(record, object);
            return object;
        }
        if (value instanceof Boolean flag) {
            return make.booleanNode(flag);
        }
        if (value instanceof Double number) {
            return make.numberNode(number);
        }
        return value instanceof Number number ? make.numberNode(number.longValue()) : make.textNode(value.toString());
    }

    private static Object value(Schema.Field field, JsonNode json) {
        if (json == null) {
            if (!field.hasDefaultValue()) {
                throw new IllegalArgumentException("%s: is missing".formatted(field.name()));
            }
            return DATA.getDefaultValue(field);
        }
        return value(field.name(), field.schema(), json);
    }

    private static Object value(String name, Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(name, present(schema), json);
            case STRING -> require(json.isTextual(), name, "text", json).textValue();
            case ENUM -> symbol(name, schema, json);
            case BOOLEAN ->
                require(json.isBoolean(), name, "true or false", json).booleanValue();
            case INT ->
                require(json.canConvertToInt() && json.isIntegralNumber(), name, "a whole number", json)
                        .intValue();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? time(name, json)
                        : (Object) require(json.isIntegralNumber(), name, "a whole number", json)
                                .longValue();
            case DOUBLE -> require(json.isNumber(), name, "a number", json).doubleValue();
            case RECORD -> read(schema, (ObjectNode) require(json.isObject(), name, "an object", json));
            case ARRAY -> list(name, schema, require(json.isArray(), name, "a list", json));
            default -> throw new IllegalArgumentException("%s: a %s cannot be read".formatted(name, schema.getType()));
        };
    }

    private static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> list(String name, Schema schema, JsonNode json) {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(value(name, schema.getElementType(), item)));
        return items;
    }

    private static Object symbol(String name, Schema schema, JsonNode json) {
        String symbol = require(json.isTextual(), name, "one of " + schema.getEnumSymbols(), json)
                .textValue();
        if (!schema.hasEnumSymbol(symbol.toUpperCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "%s: must be one of %s, was %s".formatted(name, schema.getEnumSymbols(), symbol));
        }
        return DATA.createEnum(symbol.toUpperCase(Locale.ROOT), schema);
    }

    private static Instant time(String name, JsonNode json) {
        try {
            return Instant.parse(require(json.isTextual(), name, "a time", json).textValue());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s: must be a time like 2026-03-02T09:00:00Z, was %s".formatted(name, json), e);
        }
    }

    private static JsonNode require(boolean fits, String name, String kind, JsonNode json) {
        if (!fits) {
            throw new IllegalArgumentException("%s: must be %s, was %s".formatted(name, kind, json));
        }
        return json;
    }
}
