package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ringside.core.kpis.KpiCatalogue;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of docs/metrics.md are the code's. When one fails, the failure says how the table must read. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/metrics.md");

    @Test
    void everyKpiIsListed() throws IOException {
        String rows = KpiCatalogue.all().stream()
                .map(KpiFamilies::of)
                .map(kpi -> row(
                        name(kpi.value()),
                        kpi.numerator().isPresent() ? "yes" : "",
                        kpi.value().metadata().getHelp()))
                .collect(Collectors.joining());
        assertThat(Files.readString(DOCUMENT)).contains("| gauge | parts | what it says |\n|---|---|---|\n" + rows);
    }

    @Test
    void everyOtherFamilyIsListed() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(document).contains(table(LiveFamilies.all()));
        assertThat(document)
                .contains(table(
                        CounterFamily.ALL.stream().map(CounterFamily::family).distinct()));
        assertThat(document)
                .contains(table(HistogramFamily.all(List.of()).stream().map(HistogramFamily::family)));
        assertThat(document).contains(table(Stream.of(KpiFamilies.STATUS)));
        assertThat(document).contains(table(PipelineFamilies.all()));
        assertThat(document).contains(table(StreamsHealth.families()));
    }

    private static String table(Stream<Family> families) {
        return families.map(family -> row(
                        name(family),
                        type(family),
                        labels(family),
                        family.metadata().getHelp()))
                .collect(Collectors.joining("", "| metric | type | labels | what it says |\n|---|---|---|---|\n", ""));
    }

    private static String name(Family family) {
        return "`" + family.name() + "`";
    }

    private static String type(Family family) {
        return family.type().name().toLowerCase(Locale.ROOT);
    }

    private static String labels(Family family) {
        Stream<String> scope = family.ofScope() ? Stream.of("*scope*") : Stream.of();
        return Stream.concat(scope, family.labels().stream()).collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |\n")).replace("|  |", "| |");
    }
}
