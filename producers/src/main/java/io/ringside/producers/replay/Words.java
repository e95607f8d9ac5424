package io.ringside.producers.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A fixed list of words, each with its meaning. */
final class Words<T> implements Vocabulary<T> {
    static final Words<Boolean> YES_NO = new Words<>(Map.of("yes", true, "no", false));

    private final Map<String, T> meanings;

    private Words(Map<String, T> meanings) {
        this.meanings = meanings;
    }

    /** The names of these constants as words: {@code TIMED_OUT} is {@code timed-out}. */
    static <E extends Enum<E>> Words<E> of(Set<E> constants) {
        return new Words<>(constants.stream()
                .collect(Collectors.toMap(Words::word, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Meaning<T> in(YamlNode choice) {
        return this::meaning;
    }

    T meaning(String word) throws UnreadableCell {
        T meaning = meanings.get(word);
        if (meaning == null) {
            List<String> words = meanings.keySet().stream().toList();
            throw new UnreadableCell("must mean one of " + String.join(", ", words));
        }
        return meaning;
    }
}
