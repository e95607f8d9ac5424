package io.ringside.local.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.Scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One real month through the real topology, against tables that were computed independently of this project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BankMonth {
    private static final Path CHECKOUT =
            Path.of("").toAbsolutePath().getParent().getParent();
    static final Path DATA = CHECKOUT.resolveSibling("shared/data/technion-bank");

    /** Columns of the tables that our KPIs have another name for. */
    private static final Map<String, String> OTHER_NAMES = Map.of("answered_in_20s", "answered_in_time");

    private static final Set<String> IDENTITY = Set.of("day", "window_start", "queue");

    private FinalScorecards scorecards;
    private final List<Scorecard> unbalanced = new ArrayList<>();
    private int balanced;

    /** The log to score: the month's rows in some order. */
    abstract Path log() throws IOException;

    /** Half-hours are asked for; days and the whole are in the history all the same. */
    @BeforeAll
    void scoreTheMonth() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(DATA), "the bank's data is not beside this checkout");
        ScoreRequest request = new ScoreRequest(
                log(),
                CHECKOUT.resolve("docs/examples/anonymous-bank.yaml"),
                Optional.of(CHECKOUT.resolve("docs/examples/anonymous-bank-config.yaml")),
                Grain.HALF_HOUR);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        try (Inputs inputs = Inputs.open(request);
                Scoring scoring = new Scoring(AppPipeline::start, err, new Progress(err, false))) {
            scorecards = scoring.score(request, inputs, this::seen);
        }
    }

    private boolean seen(Scorecard scorecard) {
        if (scorecard.getResidual() != null && scorecard.getResidual() == 0) {
            balanced++;
        } else if (scorecard.getResidual() != null) {
            unbalanced.add(scorecard);
        }
        return true;
    }

    @Test
    void theBooksOfEveryQueueAndWindowBalance() {
        assertThat(unbalanced).isEmpty();
        assertThat(balanced).isGreaterThan(5_000);
    }

    @Test
    void theWholeMonthComesOutExactly() throws IOException {
        compare(total(), scored(Grain.TOTAL, Attribution.ARRIVAL, row -> row.queue()), Set.of());
        compare(total(), scored(Grain.TOTAL, Attribution.OUTCOME, row -> row.queue()), Set.of());
    }

    @Test
    void everyDayComesOutExactly() throws IOException {
        Map<String, Map<String, String>> table = table("by_day.csv", "day");
        Map<String, ScoreRow> scored =
                scored(Grain.DAY, Attribution.ARRIVAL, row -> row.localStart().toLocalDate() + " " + row.queue());
        compare(table, scored, Set.of());
        assertThat(scored).containsOnlyKeys(table.keySet());
    }

    @Test
    void everyHalfHourByArrivalComesOutExactly() throws IOException {
        Map<String, Map<String, String>> table = table("half_hour_by_arrival.csv", "window_start");
        Map<String, ScoreRow> scored = scored(Grain.HALF_HOUR, Attribution.ARRIVAL, BankMonth::halfHour);
        compare(table, scored, Set.of());
        assertThat(scored).containsOnlyKeys(table.keySet());
    }

    /** By outcome, the table's handle times belong to the calls answered in the window, ours to those that ended in it. */
    @Test
    void everyHalfHourByOutcomeComesOutExactly() throws IOException {
        Map<String, Map<String, String>> table = table("half_hour_by_outcome.csv", "window_start");
        Map<String, ScoreRow> scored = scored(Grain.HALF_HOUR, Attribution.OUTCOME, BankMonth::halfHour);
        compare(table, scored, Set.of("aht"));
    }

    @Test
    void nothingWasRefused() {
        assertThat(scorecards.refused()).isEmpty();
    }

    private Map<String, ScoreRow> scored(Grain by, Attribution attribution, Function<ScoreRow, String> key) {
        return scorecards.rows(by, attribution).stream().collect(Collectors.toMap(key, Function.identity()));
    }

    private static String halfHour(ScoreRow row) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(row.localStart()) + " " + row.queue();
    }

    private static Map<String, Map<String, String>> table(String name, String window) throws IOException {
        Map<String, Map<String, String>> table = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(DATA.resolve(name))) {
            csv.forEach(row -> table.put(row.getField(window) + " " + row.getField("queue"), row.getFieldsAsMap()));
        }
        return table;
    }

    private static Map<String, Map<String, String>> total() throws IOException {
        Map<String, Map<String, String>> table = new TreeMap<>();
        JsonNode total = new ObjectMapper().readTree(DATA.resolve("total.json").toFile());
        total.properties().forEach(queue -> {
            Map<String, String> columns = new HashMap<>();
            queue.getValue()
                    .properties()
                    .forEach(kpi -> columns.put(kpi.getKey(), kpi.getValue().asText()));
            table.put(queue.getKey(), columns);
        });
        return table;
    }

    private static void compare(
            Map<String, Map<String, String>> expected, Map<String, ScoreRow> scored, Set<String> not) {
        SoftAssertions softly = new SoftAssertions();
        expected.forEach((key, columns) -> {
            ScoreRow row = scored.get(key);
            softly.assertThat(row).as(key).isNotNull();
            if (row != null) {
                columns.forEach((column, value) -> compare(softly, key, column, value, row, not));
            }
        });
        softly.assertAll();
    }

    private static void compare(
            SoftAssertions softly, String key, String column, String value, ScoreRow row, Set<String> not) {
        String kpi = OTHER_NAMES.getOrDefault(column, column);
        if (not.contains(column) || IDENTITY.contains(column)) {
            return;
        }
        OptionalDouble scored = row.value(kpi);
        if (value.isEmpty()) {
            softly.assertThat(scored).as(key + " " + kpi).isEmpty();
        } else {
            boolean exact = !value.contains(".");
            softly.assertThat(scored.orElse(Double.NaN))
                    .as(key + " " + kpi)
                    .isCloseTo(Double.parseDouble(value), within(exact ? 0 : 1e-6));
        }
    }
}
