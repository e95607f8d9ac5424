package io.ringside.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was meant to be. */
final class Suggestion {
    private Suggestion() {}

    /** The known name that is nearest, if it is near; letters' case, dashes and underscores do not count. */
    static Optional<String> of(String written, Collection<String> known) {
        return nearest(written, known, 1 + plain(written).length() / 5);
    }

    /** The known name that is one slip of the finger away. */
    static Optional<String> ofSlip(String written, Collection<String> known) {
        return nearest(written, known, 1);
    }

    private static Optional<String> nearest(String written, Collection<String> known, int near) {
        String plain = plain(written);
        return known.stream()
                .filter(name -> Math.abs(plain(name).length() - plain.length()) <= near)
                .filter(name -> distance(plain, plain(name)) <= near)
                .min(Comparator.comparingInt((String name) -> distance(plain, plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The question to add to a message, or nothing. */
    static String question(String written, Collection<String> known) {
        return of(written, known).map(name -> ", did you mean " + name + "?").orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment). */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                if (swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], 1 + beforeLast[j - 2]);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
