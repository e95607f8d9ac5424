package io.ringside.producers.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether something of the mapping applies to a row. */
@FunctionalInterface
interface Condition {
    Condition ALWAYS = row -> true;

    boolean holds(Row row) throws UnreadableRow;

    static Condition all(List<Condition> conditions) {
        return row -> {
            for (Condition condition : conditions) {
                if (!condition.holds(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Condition any(List<Condition> conditions) {
        return row -> {
            for (Condition condition : conditions) {
                if (condition.holds(row)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Condition not(Condition condition) {
        return row -> !condition.holds(row);
    }

    /** A cell that is one of these; an empty text stands for an empty cell. */
    static Condition oneOf(String column, Set<String> texts) {
        return row -> texts.contains(row.cell(column).orElse(""));
    }

    static Condition empty(String column) {
        return row -> row.cell(column).isEmpty();
    }

    static Condition matches(String column, Pattern pattern) {
        return row -> pattern.matcher(row.cell(column).orElse("")).matches();
    }

    /** A number whose comparison with the limit has this sign: 1 above, −1 below. What is no number is neither. */
    static Condition beyond(String column, BigDecimal limit, int sign) {
        return row -> {
            try {
                return row.cell(column).isPresent()
                        && new BigDecimal(row.cell(column).orElseThrow()).compareTo(limit) == sign;
            } catch (NumberFormatException noNumber) {
                return false;
            }
        };
    }
}
