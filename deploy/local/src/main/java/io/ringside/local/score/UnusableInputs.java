package io.ringside.local.score;

import java.util.List;

/** Files that cannot be scored with one another. The message names all problems, one a line. */
final class UnusableInputs extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableInputs(List<String> problems) {
        super(String.join("\n", problems));
    }
}
