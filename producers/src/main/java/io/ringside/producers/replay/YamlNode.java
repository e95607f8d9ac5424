package io.ringside.producers.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML document that knows its path and line, so that whatever is wrong there can be said with both. Problems are
 * collected, not thrown: reading goes on to find the next one. Texts are as written; YAML's types (dates, numbers) play no part.
 */
final class YamlNode {
    private final String path;
    private final Node node;
    private final List<MappingProblem> problems;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, YamlNode> entries = new LinkedHashMap<>();

    YamlNode(String path, Node node, List<MappingProblem> problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode map) {
            map.getValue().forEach(this::enter);
        }
    }

    private void enter(NodeTuple tuple) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            new YamlNode(path, keyNode, problems).refuse("keys must be plain words");
            return;
        }
        YamlNode entry = new YamlNode(below(scalar.getValue()), tuple.getValueNode(), problems);
        if (entries.put(scalar.getValue(), entry) != null) {
            entry.refuse("must be given once only");
        }
    }

    private String below(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    /** The text here; empty, and a problem, if this is a list or a map. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            refuse("must be a single text");
            return "";
        }
        if (scalar.isPlain() && scalar.getValue().isEmpty()) {
            refuse("has no value: give one, or leave the key out");
        }
        return scalar.getValue();
    }

    /** The flag here; false, and a problem, if this is neither true nor false. */
    boolean trueOrFalse() {
        if (isText() && !text().equals("true") && !text().equals("false")) {
            refuse("must be true or false");
        }
        return text().equals("true");
    }

    /** The number here; 0, and a problem, if this is none. */
    int wholeNumber() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException noNumber) {
            refuse("must be a whole number");
            return 0;
        }
    }

    /** The items of this list, or this alone if it is none. */
    List<YamlNode> items() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(path + "[" + items.size() + "]", item, problems));
        }
        return items;
    }

    /** All entries of this map, whatever their keys; a problem if it is none. */
    Map<String, YamlNode> entries() {
        if (!isMap()) {
            refuse("must be a map of keys and values");
        }
        asked.addAll(entries.keySet());
        return entries;
    }

    Optional<YamlNode> get(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key));
    }

    /** As {@link #get}, and a problem if the key is not there. */
    Optional<YamlNode> require(String key) {
        Optional<YamlNode> entry = get(key);
        if (entry.isEmpty()) {
            problems.add(new MappingProblem(below(key), "is required", "", line()));
        }
        return entry;
    }

    /** Refuses every key of this map that nobody asked for. */
    void refuseOtherKeys() {
        if (!isMap()) {
            refuse("must be a map of keys and values");
            return;
        }
        entries.forEach((key, entry) -> {
            if (!asked.contains(key)) {
                String known = String.join(", ", asked.stream().sorted().toList());
                problems.add(new MappingProblem(entry.path, "unknown key; known here: " + known, "", entry.line()));
            }
        });
    }

    void refuse(String rule) {
        String was = node instanceof ScalarNode scalar ? '"' + scalar.getValue() + '"' : isList() ? "a list" : "a map";
        problems.add(new MappingProblem(path, rule, was, line()));
    }
}
