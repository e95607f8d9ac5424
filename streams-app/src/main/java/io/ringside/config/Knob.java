package io.ringside.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key of the configuration that holds a value.
 *
 * @param key its name within its section
 * @param standard the value where none is given; empty where another key stands in for it
 * @param standardText that, for a person
 * @param about what it does, in a few words
 */
record Knob<T>(
        String key,
        Notation<T> notation,
        Optional<T> standard,
        String standardText,
        List<Rule<? super T>> rules,
        String about) {
    Knob {
        rules = List.copyOf(rules);
    }

    /** A knob with a default. */
    static <T> Knob<T> of(String key, Notation<T> notation, T standard, String about) {
        return new Knob<>(
                key, notation, Optional.of(standard), notation.writer().apply(standard), List.of(), about);
    }

    /** A knob that another stands in for where it is not given. */
    static <T> Knob<T> optional(String key, Notation<T> notation, String standIn, String about) {
        return new Knob<>(key, notation, Optional.empty(), standIn, List.of(), about);
    }

    Knob<T> must(Rule<? super T> rule) {
        return must(List.of(rule));
    }

    Knob<T> must(List<? extends Rule<? super T>> more) {
        List<Rule<? super T>> all =
                Stream.<Rule<? super T>>concat(rules.stream(), more.stream()).toList();
        return new Knob<>(key, notation, standard, standardText, all, about);
    }

    /** The first rule that a value breaks. */
    Optional<String> brokenRule(T value) {
        return rules.stream()
                .filter(rule -> !rule.keptBy().test(value))
                .map(Rule::text)
                .findFirst();
    }

    /** Lets values through that keep the rules, for records that check themselves. */
    T checked(T value) {
        brokenRule(value).ifPresent(rule -> {
            throw new IllegalArgumentException(key + " must be " + rule + ", was " + value);
        });
        return value;
    }

    /** All that a value must be, for a person. */
    String ruleText() {
        return Stream.concat(Stream.of(notation.kind()), rules.stream().map(Rule::text))
                .collect(Collectors.joining("; "));
    }

    /** {@link #checked} for each of several values. */
    void allChecked(Iterable<? extends T> values) {
        values.forEach(this::checked);
    }
}
