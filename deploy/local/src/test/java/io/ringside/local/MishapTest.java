package io.ringside.local;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

import io.ringside.producers.simulator.Incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MishapTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void aQueueAloneIsASurgeSoonAndForAWhile() {
        assertThat(incident("support"))
                .isEqualTo(new Incident("support", NINE.plusSeconds(60), NINE.plusSeconds(60 + 20 * 60), 3, 0));
    }

    @Test
    void missingStaffComesWithoutASurgeUnlessOneIsAskedFor() {
        assertThat(incident("billing,missing=0.5,after=90s,for=1h30m"))
                .isEqualTo(new Incident(
                        "billing", NINE.plusSeconds(90), NINE.plusSeconds(90).plus(Duration.ofMinutes(90)), 1, 0.5));
        assertThat(incident("billing,missing=0.5,surge=2").surge()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            sales,x=1       ; 'x=1' is none of surge=N, missing=SHARE, after=DURATION, for=DURATION
            sales,surge     ; 'surge' is none of surge=N, missing=SHARE, after=DURATION, for=DURATION
            sales,surge=big ; 'big' is no number
            sales,for=ever  ; 'ever' is no duration such as 90s, 20m or 2h
            sales,for=-5m   ; '-5m' is less than nothing
            """)
    void whatCannotBeReadIsNamed(String text, String message) {
        assertThatThrownBy(() -> incident(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage(message);
    }

    private static Incident incident(String text) {
        return new Mishap.Converter().convert(text).from(NINE);
    }
}
