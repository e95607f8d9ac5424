package io.ringside.producers.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * The columns of a file.
 *
 * @param columns the place of each
 * @param cells how many cells each row has
 */
record Header(Map<String, Integer> columns, int cells) {

    /** Takes the header from the mapping, or from the first of the records, and refuses columns that are not there. */
    static Header read(Mapping mapping, Iterator<CsvRecord> records) throws IOException, InvalidMapping {
        if (mapping.file.header().isEmpty() && !records.hasNext()) {
            throw new IOException("is empty: there is no header");
        }
        List<String> names =
                mapping.file.header().orElseGet(() -> records.next().getFields());
        Map<String, Integer> columns = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (columns.put(names.get(i).strip(), i) != null) {
                ambiguous.add(names.get(i).strip());
            }
        }
        List<MappingProblem> problems = problems(mapping.columns, names, columns.keySet(), ambiguous);
        if (!problems.isEmpty()) {
            throw new InvalidMapping(problems);
        }
        return new Header(columns, names.size());
    }

    private static List<MappingProblem> problems(
            List<ColumnUse> uses, List<String> names, Set<String> known, Set<String> ambiguous) {
        List<MappingProblem> problems = new ArrayList<>();
        for (ColumnUse use : uses) {
            String was = '"' + use.column() + '"';
            if (!known.contains(use.column())) {
                String rule = "must be a column of the file, which has " + String.join(", ", names);
                problems.add(new MappingProblem(use.path(), rule, was, use.line()));
            } else if (ambiguous.contains(use.column())) {
                problems.add(
                        new MappingProblem(use.path(), "must not be a column the file has twice", was, use.line()));
            }
        }
        return problems;
    }
}
