package io.ringside.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** When a place was first seen to say that a queue was offered so many contacts. Moments are {@link System#nanoTime}. */
final class Offered {
    private static final long AT_MOST = TimeUnit.MINUTES.toNanos(2);

    private final Map<String, NavigableMap<Long, Long>> seen = new HashMap<>();

    /** Notes a count; counts that do not rise say nothing new. */
    synchronized void note(String queue, long count, long at) {
        NavigableMap<Long, Long> counts = seen.computeIfAbsent(queue, q -> new TreeMap<>());
        if (counts.isEmpty() || counts.lastKey() < count) {
            counts.put(count, at);
        }
    }

    /** Returns when every queue's count has come to all that was sent to it. */
    void awaitAll(Map<String, List<Long>> sent) {
        long deadline = System.nanoTime() + AT_MOST;
        while (!has(sent)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all that was sent has come into the figures");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private synchronized boolean has(Map<String, List<Long>> sent) {
        return sent.entrySet().stream().allMatch(queue -> {
            NavigableMap<Long, Long> counts = seen.get(queue.getKey());
            return counts != null && counts.lastKey() >= queue.getValue().size();
        });
    }

    /** For each contact sent, the time until the count had come to it, in nanoseconds. */
    synchronized List<Long> latencies(Map<String, List<Long>> sent) {
        List<Long> latencies = new ArrayList<>();
        sent.forEach((queue, times) -> {
            NavigableMap<Long, Long> counts = seen.get(queue);
            for (int i = 0; i < times.size(); i++) {
                latencies.add(counts.ceilingEntry(i + 1L).getValue() - times.get(i));
            }
        });
        return latencies;
    }
}
