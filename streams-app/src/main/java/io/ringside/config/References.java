package io.ringside.config;

import java.util.Collection;

/** What is said of a name that stands for nothing. */
final class References {
    private References() {}

    static String unknown(String kind, String name, Collection<String> known) {
        return "there is no " + kind + " " + Shown.of(name) + " under " + kind + "s" + Suggestion.question(name, known);
    }
}
