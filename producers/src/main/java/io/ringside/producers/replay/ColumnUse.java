package io.ringside.producers.replay;

/**
 * A column that the mapping names.
 *
 * @param path where the mapping names it
 * @param line the line of the mapping, from 1
 */
record ColumnUse(String column, String path, int line) {}
