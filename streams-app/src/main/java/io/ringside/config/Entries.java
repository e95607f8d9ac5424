package io.ringside.config;

import java.util.Arrays;
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

import io.ringside.config.Document.Given;

/** What a file says in one mapping: each key with its place and what stands under it. */
final class Entries {

    private record Entry(Place place, Node value) {}

    private final YamlFile file;
    private final Document document;
    private final Place place;
    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    private Entries(YamlFile file, Document document, Place place) {
        this.file = file;
        this.document = document;
        this.place = place;
    }

    /** The entries of a mapping; none, and a problem, if the node is anything else but empty. */
    static Entries of(Optional<Node> node, String path, YamlFile file, Document document) {
        Place place = node.map(file::placeOf).orElse(Place.line(file.name(), 0));
        return new Entries(file, document, place).addAll(node, path, Optional.empty());
    }

    /** The entries under a key. */
    Entries below(String key, String path, Optional<String> shorthand) {
        return new Entries(file, document, placeOf(key)).addAll(node(key), path, shorthand);
    }

    /** The mappings of a list under a key. */
    List<Entries> each(String key, String path) {
        Optional<Node> list = node(key).filter(node -> !Patch.isNothing(node));
        if (list.isPresent() && !(list.get() instanceof SequenceNode)) {
            document.add(new Problem(path, placeOf(key), "must be a list, was " + kindOf(list.get())));
        }
        return list
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .map(SequenceNode::getValue)
                .orElse(List.of())
                .stream()
                .map(item -> of(Optional.of(item), path, file, document))
                .toList();
    }

    boolean isList(String key) {
        return node(key).filter(SequenceNode.class::isInstance).isPresent();
    }

    /** What stands under a key. */
    Optional<Node> node(String key) {
        return Optional.ofNullable(byKey.get(key)).map(Entry::value);
    }

    private Entries addAll(Optional<Node> node, String path, Optional<String> shorthand) {
        if (node.isEmpty() || Patch.isNothing(node.get())) {
            return this;
        }
        if (node.get() instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> add(tuple, path));
        } else if (shorthand.isPresent()) {
            byKey.put(shorthand.get(), new Entry(place, node.get()));
        } else {
            document.add(new Problem(path, place, "must be keys with values, was " + kindOf(node.get())));
        }
        return this;
    }

    private void add(NodeTuple tuple, String path) {
        Place at = file.placeOf(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            document.add(new Problem(path, at, "has a key that is " + kindOf(tuple.getKeyNode())));
            return;
        }
        Entry first = byKey.putIfAbsent(key.getValue(), new Entry(at, tuple.getValueNode()));
        if (first != null) {
            String full = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            document.add(new Problem(
                    full, at, "is given twice, first in line " + first.place().line()));
        }
    }

    Set<String> keys() {
        return byKey.keySet();
    }

    Place place() {
        return place;
    }

    /** Where a key stands; where the mapping stands if it lacks the key. */
    Place placeOf(String key) {
        return byKey.containsKey(key) ? byKey.get(key).place() : place;
    }

    /** The single value of a key. */
    Optional<Given> text(String key, String path) {
        return Optional.ofNullable(byKey.get(key)).flatMap(entry -> text(entry, path));
    }

    /** The values of a key that holds a list; a single value may have commas. */
    Optional<List<Given>> texts(String key, String path) {
        Entry entry = byKey.get(key);
        if (entry == null || !(entry.value() instanceof SequenceNode list)) {
            return text(key, path).map(one -> split(List.of(one)));
        }
        return Optional.of(list.getValue().stream()
                .flatMap(item -> text(new Entry(file.placeOf(item), item), path).stream())
                .toList());
    }

    /** Cuts values at their commas. */
    static List<Given> split(List<Given> values) {
        return values.stream()
                .flatMap(value ->
                        Arrays.stream(value.text().split(",")).map(part -> new Given(part.strip(), value.place())))
                .toList();
    }

    private Optional<Given> text(Entry entry, String path) {
        if (Patch.isNothing(entry.value())) {
            document.add(new Problem(path, entry.place(), "has no value: give one, or leave the key out"));
            return Optional.empty();
        }
        if (entry.value() instanceof ScalarNode scalar) {
            return Optional.of(new Given(scalar.getValue(), entry.place()));
        }
        document.add(new Problem(path, entry.place(), "must be a single value, was " + kindOf(entry.value())));
        return Optional.empty();
    }

    private static String kindOf(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Shown.of(scalar.getValue());
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }
}
