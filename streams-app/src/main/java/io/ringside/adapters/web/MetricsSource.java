package io.ringside.adapters.web;

/** Where {@code /metrics} comes from. */
public interface MetricsSource {

    /** The metrics, in the format that suits an Accept header best; the header may be empty, never null. */
    Exposition expose(String accept);

    /** Metrics as they travel. */
    @SuppressWarnings("ArrayRecordComponent") // written once and let go
    record Exposition(String contentType, byte[] body) {}
}
