package io.ringside.producers.replay;

/** A cell, or a constant of the mapping, that does not say what its field needs. The message is the rule it breaks. */
final class UnreadableCell extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableCell(String rule) {
        super(rule, null, false, false);
    }
}
