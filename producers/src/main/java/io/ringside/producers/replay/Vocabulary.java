package io.ringside.producers.replay;

/** What the cells of a field can mean, and which further keys of the mapping bear on it. */
@FunctionalInterface
interface Vocabulary<T> {
    /** Free text: ids, names. */
    Vocabulary<String> TEXT = choice -> cell -> cell;

    /**
     * The meaning of cells for one choice of a field.
     *
     * @param choice where the choice stands in the mapping: a column's name or a map
     */
    Meaning<T> in(YamlNode choice);

    /** What stands between the cells of several columns. */
    default String separator() {
        return "/";
    }
}
