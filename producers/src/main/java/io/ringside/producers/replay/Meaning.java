package io.ringside.producers.replay;

/** What the text of a cell means, in the type of its field. */
@FunctionalInterface
interface Meaning<T> {
    T of(String cell) throws UnreadableCell;
}
