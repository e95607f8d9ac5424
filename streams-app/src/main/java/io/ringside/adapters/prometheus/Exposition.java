package io.ringside.adapters.prometheus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** All metrics in one of the two text formats, read at the moment they are written. */
public final class Exposition {
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_1 = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final String contentType;

    /** @param accept an Accept header, or null */
    Exposition(PrometheusMeterRegistry registry, String accept) {
        this.registry = registry;
        this.contentType = accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS_1 : PROMETHEUS_TEXT;
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return contentType;
    }

    /** Writes the text as it is made, so that it need not fit into memory. The stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        registry.scrape(out, contentType);
    }

    /** The whole text in UTF-8. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array took no more bytes", e);
        }
        return bytes.toByteArray();
    }
}
