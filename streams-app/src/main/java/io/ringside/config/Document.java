package io.ringside.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that was written for one configuration (file, environment, overrides), and what was found wrong with it. */
final class Document {

    /** A value with the place it comes from. */
    record Given(String text, Place place) {}

    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> overrides;
    private final boolean describing;

    private final Map<String, Knob<?>> knobs = new LinkedHashMap<>();
    private final Set<String> fixedPaths = new HashSet<>();
    private final Set<String> readOverrides = new HashSet<>();
    private final Set<String> propertyVariables = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Document(Map<String, String> environment, Map<String, String> overrides) {
        this(environment, overrides, false);
    }

    private Document(Map<String, String> environment, Map<String, String> overrides, boolean describing) {
        environment.entrySet().stream()
                .filter(entry -> EnvironmentNames.isGiven(entry.getKey(), entry.getValue()))
                .forEach(entry -> this.environment.put(entry.getKey(), entry.getValue()));
        this.overrides = new TreeMap<>(overrides);
        this.describing = describing;
    }

    /** One in which nothing is written, and in which each kind of named entry is met once, so that all keys are seen. */
    static Document describing() {
        return new Document(Map.of(), Map.of(), true);
    }

    /**
     * One for what holds after a change: what stands above the file stands above it still, but not above what was
     * changed.
     *
     * @param changed the paths of keys
     */
    Document after(Set<String> changed) {
        Document after = new Document(environment, overrides);
        after.environment
                .keySet()
                .removeIf(variable -> changed.stream().map(EnvironmentNames::of).anyMatch(variable::equals));
        after.overrides.keySet().removeAll(changed);
        return after;
    }

    boolean isDescribing() {
        return describing;
    }

    /** Takes over what was found wrong with another. */
    void addAll(Document other) {
        problems.addAll(other.problems);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** Remembers that a key exists; {@code pattern} has placeholders where names stand. */
    void meet(String path, String pattern, Knob<?> knob) {
        knobs.put(pattern, knob);
        if (path.equals(pattern)) {
            fixedPaths.add(path);
        }
    }

    /** The way from a section to a key that is known only further down, where it is the only one of its name. */
    Optional<String> deeper(String section, String key) {
        List<String> found = knobs.keySet().stream()
                .filter(pattern -> pattern.startsWith(section + ".") && pattern.endsWith("." + key))
                .map(pattern -> pattern.substring(section.length() + 1))
                .filter(way -> !way.contains("<"))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What stands above the file for a key. */
    Optional<Given> stronger(String path) {
        if (overrides.containsKey(path)) {
            readOverrides.add(path);
            return Optional.of(new Given(overrides.get(path).strip(), Place.override()));
        }
        String variable = EnvironmentNames.of(path);
        if (fixedPaths.contains(path) && environment.containsKey(variable)) {
            return Optional.of(new Given(environment.get(variable).strip(), Place.variable(variable)));
        }
        return Optional.empty();
    }

    /** What stands above the file for the free entries of a section, by their key. */
    Map<String, Given> strongerEntries(String path) {
        Map<String, Given> found = new TreeMap<>();
        String variables = EnvironmentNames.of(path) + "_";
        environment.forEach((variable, value) -> {
            if (variable.startsWith(variables)) {
                propertyVariables.add(variable);
                found.put(
                        EnvironmentNames.property(variable, variables),
                        new Given(value.strip(), Place.variable(variable)));
            }
        });
        overrides.forEach((override, value) -> {
            if (override.startsWith(path + ".")) {
                readOverrides.add(override);
                found.put(override.substring(path.length() + 1), new Given(value.strip(), Place.override()));
            }
        });
        return found;
    }

    /** Complains of what nothing has read. To be called when all {@code sections} have been read. */
    void refuseUnread(Collection<String> sections) {
        List<String> known = fixedPaths.stream().sorted().toList();
        List<String> variables = known.stream().map(EnvironmentNames::of).toList();
        for (String variable : environment.keySet()) {
            if (!propertyVariables.contains(variable) && !variables.contains(variable)) {
                EnvironmentNames.complaint(variable, variables, sections)
                        .ifPresent(text -> add(new Problem("", Place.variable(variable), text)));
            }
        }
        for (String override : overrides.keySet()) {
            if (!readOverrides.contains(override)) {
                add(new Problem(override, Place.override(), "unknown key" + Suggestion.question(override, known)));
            }
        }
    }

    Map<String, Knob<?>> knobs() {
        return knobs;
    }

    /** The problems, in the order in which they are written. */
    List<String> problems() {
        return problems.stream()
                .sorted(Comparator.comparing(Problem::place))
                .map(Problem::toString)
                .distinct()
                .toList();
    }
}
