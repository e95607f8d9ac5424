package io.ringside.config;

/** How a written value is quoted in a message: on one line, and not at any length. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    static String of(String text) {
        if (text.isBlank()) {
            return "\"" + text.replaceAll("\\s", " ") + "\"";
        }
        String line = onOneLine(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    static String onOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
