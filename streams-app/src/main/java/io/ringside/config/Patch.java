package io.ringside.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Lays what changes over what was said before: keys that a change has are its own, all others stay, and a key without a
 * value goes (as in RFC 7396). Nodes keep the places where they were written.
 */
final class Patch {
    /** The key that is meant where a target has a value in place of a mapping. */
    static final String GOAL = "goal";

    private Patch() {}

    /** The document with some of its sections changed. */
    static MappingNode lay(Optional<Node> document, Map<String, Node> sections) {
        MappingNode changes = mapping(Optional.empty(), List.of());
        sections.forEach((key, node) -> changes.getValue().add(tuple(key, node)));
        return over(document.filter(MappingNode.class::isInstance).map(MappingNode.class::cast), changes);
    }

    private static MappingNode over(Optional<MappingNode> before, MappingNode change) {
        Map<String, NodeTuple> byKey = new LinkedHashMap<>();
        List<NodeTuple> strange = new ArrayList<>();
        before.ifPresent(node -> node.getValue()
                .forEach(tuple -> key(tuple).ifPresentOrElse(key -> byKey.put(key, tuple), () -> strange.add(tuple))));
        for (NodeTuple tuple : change.getValue()) {
            Optional<String> key = key(tuple);
            if (key.isEmpty()) {
                strange.add(tuple);
            } else if (isNothing(tuple.getValueNode())) {
                byKey.remove(key.get());
            } else {
                Optional<Node> known = Optional.ofNullable(byKey.get(key.get())).map(NodeTuple::getValueNode);
                byKey.put(key.get(), new NodeTuple(tuple.getKeyNode(), laid(known, tuple.getValueNode())));
            }
        }
        strange.addAll(byKey.values());
        return mapping(Optional.of(change), strange);
    }

    private static Node laid(Optional<Node> before, Node change) {
        if (change instanceof MappingNode mapping) {
            return over(before.filter(node -> !isNothing(node)).map(Patch::spelledOut), mapping);
        }
        if (change instanceof ScalarNode
                && before.filter(MappingNode.class::isInstance).isPresent()) {
            return over(before.map(Patch::spelledOut), spelledOut(change));
        }
        return change;
    }

    /** A target that is a value alone is its goal. */
    private static MappingNode spelledOut(Node node) {
        return node instanceof MappingNode mapping ? mapping : mapping(Optional.of(node), List.of(tuple(GOAL, node)));
    }

    private static MappingNode mapping(Optional<Node> place, List<NodeTuple> tuples) {
        return new MappingNode(
                Tag.MAP,
                true,
                new ArrayList<>(tuples),
                FlowStyle.BLOCK,
                place.flatMap(Node::getStartMark),
                place.flatMap(Node::getEndMark));
    }

    private static NodeTuple tuple(String key, Node value) {
        ScalarNode name =
                new ScalarNode(Tag.STR, true, key, ScalarStyle.PLAIN, value.getStartMark(), value.getEndMark());
        return new NodeTuple(name, value);
    }

    /** The name of an entry, if it is a plain one. */
    static Optional<String> key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode key ? Optional.of(key.getValue()) : Optional.empty();
    }

    /** Whether nothing stands there. */
    static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.isPlain()
                && Set.of("", "~", "null").contains(scalar.getValue());
    }
}
