package io.ringside.config;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

import io.ringside.core.definitions.Change;

/**
 * What changes at a moment.
 *
 * @param sections what is laid over the sections of these names
 * @param asked what it comes from; empty for the configuration itself
 */
record DatedChange(Instant from, Map<String, Node> sections, Optional<String> note, Optional<Change> asked) {
    DatedChange {
        sections = new LinkedHashMap<>(sections);
    }

    /** Its number; 0 for a change of the configuration. */
    int number() {
        return asked.map(Change::number).orElse(0);
    }

    /** The paths of keys that the environment could give as well. */
    Set<String> changedDefaults() {
        Set<String> paths = new HashSet<>();
        Optional.ofNullable(sections.get("defaults")).ifPresent(node -> collect("defaults", node, paths));
        return paths;
    }

    private static void collect(String path, Node node, Set<String> paths) {
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> Patch.key(tuple)
                    .ifPresent(key -> collect(path + "." + key, tuple.getValueNode(), paths)));
        } else {
            paths.add(path);
        }
    }
}
