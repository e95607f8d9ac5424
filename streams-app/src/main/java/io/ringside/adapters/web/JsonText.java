package io.ringside.adapters.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Writes JSON, UTF-8: moments as ISO 8601, whole numbers without a fraction, no value as null. */
final class JsonText implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory().configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
    private static final double EXACT = 1L << 53;

    /** What is written in one go. */
    interface Content {
        void writeTo(JsonText json) throws IOException;
    }

    private final JsonGenerator out;

    JsonText(OutputStream to) throws IOException {
        this.out = JSON.createGenerator(to, JsonEncoding.UTF8);
    }

    /** The bytes of an object with this content. */
    static byte[] object(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonText json = new JsonText(bytes)) {
            json.begin();
            content.writeTo(json);
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    JsonText begin() throws IOException {
        out.writeStartObject();
        return this;
    }

    JsonText begin(String name) throws IOException {
        out.writeObjectFieldStart(name);
        return this;
    }

    JsonText end() throws IOException {
        out.writeEndObject();
        return this;
    }

    JsonText beginArray(String name) throws IOException {
        out.writeArrayFieldStart(name);
        return this;
    }

    JsonText endArray() throws IOException {
        out.writeEndArray();
        return this;
    }

    JsonText item(String text) throws IOException {
        out.writeString(text);
        return this;
    }

    JsonText text(String name, String value) throws IOException {
        out.writeStringField(name, value);
        return this;
    }

    JsonText moment(String name, Instant value) throws IOException {
        return text(name, value == null ? null : value.toString());
    }

    JsonText flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
        return this;
    }

    JsonText flag(String name, Boolean value) throws IOException {
        if (value == null) {
            out.writeNullField(name);
            return this;
        }
        return flag(name, value.booleanValue());
    }

    JsonText number(String name, Long value) throws IOException {
        out.writeFieldName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.longValue());
        }
        return this;
    }

    JsonText number(String name, Double value) throws IOException {
        if (value != null && value == Math.rint(value) && Math.abs(value) <= EXACT) {
            return number(name, (Long) value.longValue());
        }
        out.writeFieldName(name);
        if (value == null || !Double.isFinite(value)) {
            out.writeNull();
        } else {
            out.writeNumber(value.doubleValue());
        }
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
