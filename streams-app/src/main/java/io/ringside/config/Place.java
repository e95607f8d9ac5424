package io.ringside.config;

/**
 * Where something is written.
 *
 * @param source a file, the environment or what overrides both
 * @param line from 1; 0 where there are no lines
 */
record Place(Source source, String name, int line) implements Comparable<Place> {

    /** From the weakest to the strongest. */
    enum Source {
        FILE,
        ENVIRONMENT,
        OVERRIDE
    }

    static Place line(String file, int line) {
        return new Place(Source.FILE, file, line);
    }

    static Place variable(String variable) {
        return new Place(Source.ENVIRONMENT, variable, 0);
    }

    static Place override() {
        return new Place(Source.OVERRIDE, "override", 0);
    }

    @Override
    public int compareTo(Place other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? name : name + ":" + line;
    }
}
