package io.ringside.config;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;

/** Reads what changes with a date: limits for all queues or for one, and targets, each written as elsewhere. */
final class ChangesReader {
    private static final int LONGEST = 1 << 18;
    private static final Knob<String> NOTE =
            Knob.optional("note", Notation.TEXT, "none", "why, for whoever reads it later");
    private static final List<String> SECTIONS = List.of("defaults", "queues", "targets");

    private ChangesReader() {}

    /**
     * Reads the changes of a configuration.
     *
     * @param zone where dates begin
     */
    static List<DatedChange> read(Section root, ZoneId zone) {
        return root.each("changes", change -> readDated(change, zone)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DatedChange> readDated(Section change, ZoneId zone) {
        Knob<Instant> begin = Knob.optional(
                "from",
                MomentNotation.in(zone),
                "none",
                "when it begins to hold; in the zone of defaults if none is said");
        Optional<Instant> from = change.find(begin);
        if (from.isEmpty() && !change.has(begin.key()) && !change.isDescribing()) {
            change.refuse("has no from");
        }
        Optional<String> note = change.find(NOTE);
        Optional<Map<String, Node>> sections = change.ifRight(() -> sections(change));
        return from.flatMap(
                moment -> sections.map(changed -> new DatedChange(moment, changed, note, Optional.empty())));
    }

    /**
     * Reads a change that was asked for while running.
     *
     * @throws ChangeRefusedException if it cannot be read, whatever is said elsewhere
     */
    static DatedChange read(Change change) throws ChangeRefusedException {
        if (change.text().length() > LONGEST) {
            throw new ChangeRefusedException(List.of("must have at most " + LONGEST + " characters, was "
                    + change.text().length()));
        }
        YamlFile file = new YamlFile("settings " + change.number(), change.text());
        Document document = new Document(Map.of(), Map.of());
        Map<String, Node> sections = Map.of();
        try {
            if (file.root().filter(ChangesReader::hasAliases).isPresent()) {
                throw new ChangeRefusedException(List.of(file.name() + ": must not have aliases"));
            }
            sections = Section.root(document, file, ChangesReader::sections);
        } catch (ConfigurationException notYaml) {
            throw new ChangeRefusedException(notYaml.problems());
        } catch (StackOverflowError tooDeep) {
            // Whoever may write the topic may write anything; this must not stop those who read it.
            throw new ChangeRefusedException(List.of(file.name() + ": is nested too deeply"));
        }
        if (!document.problems().isEmpty()) {
            throw new ChangeRefusedException(document.problems());
        }
        return new DatedChange(change.from(), sections, change.note(), Optional.of(change));
    }

    private static Map<String, Node> sections(Section change) {
        Map<String, Node> sections = new LinkedHashMap<>();
        if (change.isDescribing()) {
            return sections;
        }
        change.section("defaults", limits -> {
            QueueSettings.checkLimits(limits);
            return true;
        });
        change.named("queues", "<queue>", (name, limits) -> {
            QueueSettings.checkLimits(limits);
            return true;
        });
        for (String key : SECTIONS) {
            change.written(key).filter(node -> !Patch.isNothing(node)).ifPresent(node -> sections.put(key, node));
        }
        if (sections.isEmpty()) {
            change.refuse("changes nothing: say defaults, queues or targets");
        }
        return sections;
    }

    /** An alias stands for a whole node; aliases of aliases grow without bounds, and may hold themselves. */
    private static boolean hasAliases(Node root) {
        return meetsTwice(root, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean meetsTwice(Node node, Set<Node> met) {
        if (!met.add(node)) {
            return true;
        }
        if (node instanceof MappingNode mapping) {
            return mapping.getValue().stream()
                    .anyMatch(tuple -> meetsTwice(tuple.getKeyNode(), met) || meetsTwice(tuple.getValueNode(), met));
        }
        return node instanceof SequenceNode list && list.getValue().stream().anyMatch(item -> meetsTwice(item, met));
    }
}
