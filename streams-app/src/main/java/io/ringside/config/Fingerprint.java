package io.ringside.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Target;

/** A short name for a lot of definitions, the same for the same ones on every machine. */
final class Fingerprint {
    private static final int BYTES = 4;

    private final MessageDigest digest = sha256();

    Fingerprint addAll(String what, Map<?, ?> entries) {
        Map<String, Object> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key.toString(), value));
        sorted.forEach((key, value) -> add(what + "/" + key, value));
        return this;
    }

    Fingerprint add(String what, Object value) {
        if (value instanceof Map<?, ?> inner) {
            return addAll(what, inner);
        }
        digest.update((what + "=" + text(value) + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Written out here, so that what a record calls itself may change. */
    private static String text(Object value) {
        if (value instanceof QueueDefinition queue) {
            return queue.threshold().toMillis() + " " + queue.shortAbandon().toMillis() + " "
                    + queue.site().orElse("") + " " + queue.zones() + " " + queue.known();
        }
        if (value instanceof Target target) {
            return target.goal() + " " + target.warning() + " " + target.minimumVolume();
        }
        return value.toString();
    }

    String digits() {
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
