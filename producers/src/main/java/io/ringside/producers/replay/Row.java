package io.ringside.producers.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of the file.
 *
 * @param columns the place of each column
 * @param cells as many as there are columns
 * @param none what means nothing, in any column
 */
record Row(Map<String, Integer> columns, List<String> cells, Set<String> none) {
    /** What decoding puts where the bytes are no text. */
    private static final char REPLACEMENT = '\uFFFD';

    /** The cell without blanks at its ends; empty where nothing stands there. */
    Optional<String> cell(String column) throws UnreadableRow {
        String cell = cells.get(columns.get(column)).strip();
        if (cell.indexOf(REPLACEMENT) >= 0) {
            throw new UnreadableRow(column + ": is not text in the file's encoding", cell);
        }
        return cell.isEmpty() || none.contains(cell) ? Optional.empty() : Optional.of(cell);
    }
}
