package io.ringside.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The record header of events that somebody plays in afterwards, from a file or a backup: {@code ringside-replay: true}. A
 * closed window that they change is stated again with cause {@code replay}.
 */
public final class ReplayMark {
    /** The header's name. */
    public static final String HEADER = "ringside-replay";

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);

    private ReplayMark() {}

    /** Marks a record. */
    public static void put(Headers headers) {
        headers.add(HEADER, TRUE);
    }

    /** Whether a record is marked; the last header of this name counts. */
    public static boolean isOn(Headers headers) {
        Header mark = headers.lastHeader(HEADER);
        return mark != null && Arrays.equals(mark.value(), TRUE);
    }
}
