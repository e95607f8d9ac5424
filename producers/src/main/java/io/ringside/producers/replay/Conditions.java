package io.ringside.producers.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the conditions of a mapping, and notes each column they name. */
final class Conditions {
    private final List<ColumnUse> columns;

    Conditions(List<ColumnUse> columns) {
        this.columns = columns;
    }

    /** A map of columns that must all hold, or a list of such maps of which one must. */
    Condition read(YamlNode node) {
        return node.isList()
                ? Condition.any(node.items().stream().map(this::allOf).toList())
                : allOf(node);
    }

    private Condition allOf(YamlNode node) {
        List<Condition> conditions = new ArrayList<>();
        node.entries().forEach((column, expected) -> {
            columns.add(new ColumnUse(column, expected.path(), expected.line()));
            conditions.add(cell(column, expected));
        });
        if (conditions.isEmpty()) {
            node.refuse("must name a column");
        }
        return Condition.all(conditions);
    }

    private static Condition cell(String column, YamlNode expected) {
        if (!expected.isMap()) {
            return Condition.oneOf(column, texts(expected));
        }
        List<Condition> tests = new ArrayList<>();
        expected.get("not")
                .map(texts -> Condition.not(Condition.oneOf(column, texts(texts))))
                .ifPresent(tests::add);
        expected.get("empty").map(empty -> empty(column, empty)).ifPresent(tests::add);
        expected.get("matches").flatMap(pattern -> matches(column, pattern)).ifPresent(tests::add);
        expected.get("above").flatMap(limit -> beyond(column, limit, 1)).ifPresent(tests::add);
        expected.get("below").flatMap(limit -> beyond(column, limit, -1)).ifPresent(tests::add);
        expected.refuseOtherKeys();
        return Condition.all(tests);
    }

    private static Set<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).collect(Collectors.toUnmodifiableSet());
    }

    private static Condition empty(String column, YamlNode node) {
        return node.trueOrFalse() ? Condition.empty(column) : Condition.not(Condition.empty(column));
    }

    private static Optional<Condition> matches(String column, YamlNode node) {
        try {
            return Optional.of(Condition.matches(column, Pattern.compile(node.text())));
        } catch (PatternSyntaxException invalid) {
            node.refuse("must be a regular expression");
            return Optional.empty();
        }
    }

    private static Optional<Condition> beyond(String column, YamlNode node, int sign) {
        try {
            return Optional.of(Condition.beyond(column, new BigDecimal(node.text()), sign));
        } catch (NumberFormatException noNumber) {
            node.refuse("must be a number");
            return Optional.empty();
        }
    }
}
