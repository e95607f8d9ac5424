package io.ringside.producers.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a value of a row comes from.
 *
 * @param path its place in the mapping, by which unreadable rows are counted
 * @param choices tried in turn; the first that applies and is not empty is taken
 */
record Field<T>(String path, List<Choice<T>> choices) {

    /**
     * One way to fill a field.
     *
     * @param when the rows it applies to
     * @param text the cell or the joined cells; always empty for a constant
     * @param values translations of cells
     * @param none cells that mean nothing
     * @param otherwise what an empty cell means, and the value of a constant
     * @param meaning what the text says
     */
    record Choice<T>(
            Condition when,
            Text text,
            Map<String, String> values,
            Set<String> none,
            Optional<T> otherwise,
            Meaning<T> meaning) {

        private Optional<String> find(Row row) throws UnreadableRow {
            return text.in(row).filter(found -> !none.contains(found)).map(found -> values.getOrDefault(found, found));
        }
    }

    /** Where the text of a choice stands. */
    @FunctionalInterface
    interface Text {
        Optional<String> in(Row row) throws UnreadableRow;
    }

    /** Whether the mapping says anything about this field; one that is not mapped is always empty. */
    boolean isMapped() {
        return !choices.isEmpty();
    }

    Optional<T> read(Row row) throws UnreadableRow {
        for (Choice<T> choice : choices) {
            if (choice.when().holds(row)) {
                Optional<String> text = choice.find(row);
                Optional<T> value = text.isPresent() ? Optional.of(understand(choice, text.get())) : choice.otherwise();
                if (value.isPresent()) {
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    T require(Row row) throws UnreadableRow {
        return read(row).orElseThrow(() -> new UnreadableRow(path + ": is empty"));
    }

    private T understand(Choice<T> choice, String text) throws UnreadableRow {
        try {
            return choice.meaning().of(text);
        } catch (UnreadableCell unreadable) {
            throw new UnreadableRow(path + ": " + unreadable.getMessage(), text);
        }
    }
}
