package io.ringside.local.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every row twice, in an order drawn anew for each run, which the name of the file tells: all comes out the same. */
final class ShuffledBankIT extends BankMonth {
    @TempDir
    static Path folder;

    @Override
    Path log() throws IOException {
        List<String> lines = lines();
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        rows.addAll(lines.subList(1, lines.size()));
        long seed = new Random().nextLong();
        Collections.shuffle(rows, new Random(seed));
        rows.add(0, lines.get(0));
        assertThat(rows).hasSizeGreaterThan(60_000);
        return Files.write(folder.resolve("calls-shuffled-by-" + seed + ".csv"), rows);
    }

    private static List<String> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve("calls_1999-02.csv.gz"))),
                StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
