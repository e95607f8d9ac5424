package io.ringside.config;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotationTest {

    @ParameterizedTest
    @CsvSource({
        "20s, PT20S",
        "5m, PT5M",
        "1h 30m, PT1H30M",
        "1h30m, PT1H30M",
        "500ms, PT0.5S",
        "8d, PT192H",
        "PT20S, PT20S",
        "P8D, PT192H",
        "pt0.5s, PT0.5S",
        "0s, PT0S",
        "-5s, PT-5S",
        "90 s, PT1M30S"
    })
    void durationsAreWrittenAsPeopleDoOrAsIsoDoes(String text, Duration duration) {
        assertThat(DurationNotation.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "20", "s", "20 seconds", "1m 1h", "P", "PT-9223372036854775808S", "999999d", "1.5s"})
    void otherTextsAreNoDurations(String text) {
        assertThat(DurationNotation.parse(text)).isEmpty();
    }

    @Property
    void aDurationIsReadAsItIsPrinted(
            @ForAll @LongRange(min = -8_000_000_000_000L, max = 8_000_000_000_000L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(DurationNotation.parse(DurationNotation.print(duration))).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"0.8, 0.8", "80 %, 0.8", "80%, 0.8", "99.5 %, 0.995", "1, 1.0", "-5 %, -0.05"})
    void sharesAreFractionsOrPerCent(String text, double share) {
        assertThat(Notation.SHARE.reader().apply(text)).contains(share);
    }

    @ParameterizedTest
    @CsvSource({"1024, 1024", "64 KiB, 65536", "1MiB, 1048576"})
    void sizesHaveBinaryUnits(String text, int bytes) {
        assertThat(Notation.BYTES.reader().apply(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4 GB", "-1", "4096 MiB", "1.5 MiB"})
    void otherTextsAreNoSizes(String text) {
        assertThat(Notation.BYTES.reader().apply(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2147483648", "1e3", "0x10", "ten", ""})
    void otherTextsAreNoWholeNumbers(String text) {
        assertThat(Notation.WHOLE.reader().apply(text)).isEmpty();
    }
}
