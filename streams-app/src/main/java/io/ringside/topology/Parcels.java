package io.ringside.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import org.apache.kafka.common.utils.Utils;

import io.ringside.core.definitions.Scope;
import io.ringside.topology.KpiInput.Facts;

/**
 * Packs what is meant for the same partition into few records: one for each scope would cost more than what is in it. A
 * scope's partition is the one that Kafka's own partitioner gives its key.
 */
final class Parcels<T> {
    /** So many panes travel at once: what carries them has its largest size. */
    private static final int MOST_PANES = 100;

    private final BiFunction<Integer, List<T>, KpiInput> pack;
    private final Consumer<KpiInput> out;
    private final List<List<T>> packed = new ArrayList<>();
    private final int[] panes;

    /**
     * Empty ones.
     *
     * @param pack makes a parcel, for example {@link Facts}
     */
    Parcels(int partitions, BiFunction<Integer, List<T>, KpiInput> pack, Consumer<KpiInput> out) {
        this.pack = pack;
        this.out = out;
        this.panes = new int[partitions];
        for (int to = 0; to < partitions; to++) {
            packed.add(new ArrayList<>());
        }
    }

    /**
     * Adds something of a scope.
     *
     * @param weight how many panes it has
     */
    void add(Scope scope, T content, int weight) {
        int to = partitionOf(scope);
        if (panes[to] + weight > MOST_PANES) {
            send(to);
        }
        packed.get(to).add(content);
        panes[to] += weight;
    }

    /** Sends all that is packed. */
    void send() {
        for (int to = 0; to < panes.length; to++) {
            send(to);
        }
    }

    private void send(int to) {
        if (!packed.get(to).isEmpty()) {
            out.accept(pack.apply(to, List.copyOf(packed.get(to))));
            packed.get(to).clear();
            panes[to] = 0;
        }
    }

    private int partitionOf(Scope scope) {
        return Utils.toPositive(Utils.murmur2(scope.key().getBytes(StandardCharsets.UTF_8))) % panes.length;
    }
}
