package io.ringside.producers.replay;

/**
 * One thing that is wrong with a mapping.
 *
 * @param path where in the mapping, for example {@code visit.outcome.values.OK}
 * @param rule what holds there, for example {@code must be one of answered, abandoned}
 * @param value what stands there instead; empty where something is missing
 * @param line the line of the mapping, from 1
 */
public record MappingProblem(String path, String rule, String value, int line) {
    @Override
    public String toString() {
        String was = value.isEmpty() ? "" : ", was " + value;
        return "line %d: %s: %s%s".formatted(line, path.isEmpty() ? "mapping" : path, rule, was);
    }
}
