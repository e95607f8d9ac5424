package io.ringside.producers.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the fields of a mapping, and remembers each column they name. */
final class Fields {
    private final Times times;
    private final Durations durations;
    private final Conditions conditions;
    private final List<ColumnUse> columns;

    /**
     * Fields whose times and durations are written as these unless they say otherwise.
     *
     * @param columns where to note the columns that fields name
     */
    Fields(Times times, Durations durations, List<ColumnUse> columns) {
        this.times = times;
        this.durations = durations;
        this.columns = columns;
        this.conditions = new Conditions(columns);
    }

    Condition when(YamlNode section) {
        return section.get("when").map(conditions::read).orElse(Condition.ALWAYS);
    }

    <T> Field<T> required(YamlNode section, String key, Vocabulary<T> vocabulary) {
        return field(section.require(key), key, vocabulary);
    }

    <T> Field<T> optional(YamlNode section, String key, Vocabulary<T> vocabulary) {
        return field(section.get(key), key, vocabulary);
    }

    Field<Moment> requiredTime(YamlNode section, String key) {
        return required(section, key, times);
    }

    Field<Moment> time(YamlNode section, String key) {
        return optional(section, key, times);
    }

    Field<Duration> duration(YamlNode section, String key) {
        return optional(section, key, durations);
    }

    /** The time {@code untilKey} or the duration {@code lastingKey}; a problem if both are there. */
    Span span(YamlNode section, String untilKey, String lastingKey) {
        Span span = new Span(time(section, untilKey), duration(section, lastingKey));
        if (span.until().isMapped() && span.lasting().isMapped()) {
            section.get(untilKey).orElseThrow().refuse("must not stand beside " + lastingKey + ": give one of the two");
        }
        return span;
    }

    private <T> Field<T> field(Optional<YamlNode> node, String key, Vocabulary<T> vocabulary) {
        if (node.isEmpty()) {
            return new Field<>(key, List.of());
        }
        List<Field.Choice<T>> choices = new ArrayList<>();
        for (YamlNode choice : node.get().items()) {
            choices.add(choice(choice, vocabulary));
        }
        return new Field<>(node.get().path(), choices);
    }

    private <T> Field.Choice<T> choice(YamlNode node, Vocabulary<T> vocabulary) {
        if (node.isText()) {
            return new Field.Choice<>(
                    Condition.ALWAYS, cell(node), Map.of(), Set.of(), Optional.empty(), vocabulary.in(node));
        }
        Condition when = when(node);
        Meaning<T> meaning = vocabulary.in(node);
        Optional<YamlNode> constant = node.get("value");
        Field.Choice<T> choice = constant.isPresent()
                ? new Field.Choice<>(
                        when, row -> Optional.empty(), Map.of(), Set.of(), meant(constant.get(), meaning), meaning)
                : fromCells(node, when, meaning, vocabulary.separator());
        node.refuseOtherKeys();
        return choice;
    }

    private <T> Field.Choice<T> fromCells(YamlNode node, Condition when, Meaning<T> meaning, String separator) {
        Map<String, String> values = new LinkedHashMap<>();
        node.get("values").ifPresent(translations -> translations.entries().forEach((cell, translation) -> {
            values.put(cell, translation.text());
            meant(translation, meaning);
        }));
        Set<String> none = new HashSet<>();
        node.get("none").ifPresent(list -> list.items().forEach(item -> none.add(item.text())));
        Optional<T> otherwise = node.get("otherwise").flatMap(text -> meant(text, meaning));
        return new Field.Choice<>(when, cells(node, separator), values, none, otherwise, meaning);
    }

    private Field.Text cells(YamlNode node, String separator) {
        Optional<YamlNode> several = node.get("columns");
        if (several.isPresent()) {
            return joined(several.get().items(), separator);
        }
        Optional<YamlNode> one = node.get("column");
        if (one.isPresent()) {
            return cell(one.get());
        }
        node.refuse("needs a column, columns or a value");
        return row -> Optional.empty();
    }

    private Field.Text cell(YamlNode node) {
        String column = column(node);
        return row -> row.cell(column);
    }

    private Field.Text joined(List<YamlNode> nodes, String separator) {
        List<String> names = nodes.stream().map(this::column).toList();
        return row -> {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                row.cell(name).ifPresent(cells::add);
            }
            return cells.size() == names.size() ? Optional.of(String.join(separator, cells)) : Optional.empty();
        };
    }

    private String column(YamlNode node) {
        String column = node.text();
        columns.add(new ColumnUse(column, node.path(), node.line()));
        return column;
    }

    /** What a text of the mapping itself means; a problem if nothing. */
    private static <T> Optional<T> meant(YamlNode node, Meaning<T> meaning) {
        try {
            return Optional.of(meaning.of(node.text()));
        } catch (UnreadableCell unreadable) {
            node.refuse(unreadable.getMessage());
            return Optional.empty();
        }
    }
}
