package io.ringside.bench;

import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;

/** The heap of this JVM. */
final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /**
     * How much of it is used after a collection, in bytes. The least of several: the JVM leaves one out while native code
     * holds on to an array.
     */
    static long usedAfterCollection() {
        return LongStream.generate(Heap::collected).limit(COLLECTIONS).min().getAsLong();
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
