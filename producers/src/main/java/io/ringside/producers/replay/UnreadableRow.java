package io.ringside.producers.replay;

/** A row that cannot become events. The message is the reason, the same for all rows alike; the example is what this row says. */
final class UnreadableRow extends Exception {
    private static final long serialVersionUID = 1;

    private final String example;

    UnreadableRow(String reason, String example) {
        super(reason, null, false, false);
        this.example = example;
    }

    UnreadableRow(String reason) {
        this(reason, "");
    }

    String example() {
        return example;
    }
}
