package io.ringside.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.QueueDefinition;

/** Settings for a person, in the notation of the configuration: what can change with a date, and nothing else. */
public final class SettingsText {
    private static final DumpSettings BLOCKS =
            DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();

    /** Values by the way of keys that leads to them. */
    private final Map<List<String>, ScalarNode> values = new LinkedHashMap<>();

    /**
     * A change, for a person.
     *
     * @param number 0 for a change of the configuration itself
     */
    public record Entry(int number, Instant from, Optional<String> by, Optional<String> note, String yaml) {}

    private SettingsText() {}

    static Entry entry(DatedChange change) {
        SettingsText text = new SettingsText();
        change.sections().forEach((key, node) -> text.collect(List.of(key), node));
        return new Entry(
                change.number(), change.from(), change.asked().flatMap(Change::by), change.note(), text.yaml());
    }

    static SettingsText of(Optional<Node> tree, QueueDefinition defaults) {
        SettingsText text = new SettingsText();
        text.add(List.of("defaults", "serviceLevel", "threshold"), DurationNotation.print(defaults.threshold()));
        text.add(List.of("defaults", "shortAbandon"), DurationNotation.print(defaults.shortAbandon()));
        SettingsText all = new SettingsText();
        tree.ifPresent(root -> all.collect(List.of(), root));
        all.values.forEach((way, value) -> {
            if (isLimitOfQueue(way) || way.get(0).equals("targets")) {
                text.values.put(way, value);
            }
        });
        return text;
    }

    private static boolean isLimitOfQueue(List<String> way) {
        return way.get(0).equals("queues")
                && way.size() > 2
                && (way.get(2).equals("serviceLevel") || way.get(2).equals("shortAbandon"));
    }

    private void add(List<String> way, String value) {
        values.put(way, new ScalarNode(Tag.STR, value, ScalarStyle.PLAIN));
    }

    private void collect(List<String> way, Node node) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple -> Patch.key(tuple).ifPresent(key -> collect(with(way, key), tuple.getValueNode())));
        } else if (node instanceof ScalarNode scalar) {
            values.put(isTarget(way) && !Patch.isNothing(node) ? with(way, Patch.GOAL) : way, scalar);
        }
    }

    /** Whether a way leads to a target for all, or to one for some: targets.asa, targets.asa.queues.sales. */
    private static boolean isTarget(List<String> way) {
        return way.get(0).equals("targets") && (way.size() == 2 || way.size() == 4);
    }

    private static List<String> with(List<String> way, String key) {
        List<String> longer = new ArrayList<>(way);
        longer.add(key);
        return List.copyOf(longer);
    }

    /** Each value by its path, for example {@code queues.sales.shortAbandon}. */
    public Map<String, String> values() {
        Map<String, String> byPath = new LinkedHashMap<>();
        values.forEach((way, value) -> byPath.put(String.join(".", way), value.getValue()));
        return byPath;
    }

    /** As the configuration has it, ending in a line break. */
    public String yaml() {
        MappingNode root = mapping();
        values.forEach((way, value) -> put(root, way, value));
        return new Present(BLOCKS)
                .emitToString(new Serialize(BLOCKS).serializeOne(root).iterator());
    }

    private static void put(MappingNode mapping, List<String> way, ScalarNode value) {
        String key = way.get(0);
        if (way.size() == 1) {
            mapping.getValue().add(new NodeTuple(name(key), copy(value)));
            return;
        }
        MappingNode inner = mapping.getValue().stream()
                .filter(tuple -> Patch.key(tuple).filter(key::equals).isPresent())
                .map(tuple -> (MappingNode) tuple.getValueNode())
                .findFirst()
                .orElseGet(() -> {
                    MappingNode added = mapping();
                    mapping.getValue().add(new NodeTuple(name(key), added));
                    return added;
                });
        put(inner, way.subList(1, way.size()), value);
    }

    /** A node that is met twice would be written as an alias. */
    private static ScalarNode copy(ScalarNode value) {
        return new ScalarNode(value.getTag(), value.getValue(), value.getScalarStyle());
    }

    private static ScalarNode name(String key) {
        return new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN);
    }

    private static MappingNode mapping() {
        return new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
    }
}
