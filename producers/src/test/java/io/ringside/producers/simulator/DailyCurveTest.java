package io.ringside.producers.simulator;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DailyCurveTest {
    private static final DailyCurve NOON_AND_LAST_HOUR = curve();

    @Test
    void betweenFullHoursItGoesInStraightLines() {
        assertThat(NOON_AND_LAST_HOUR.at(LocalTime.NOON)).isEqualTo(2);
        assertThat(NOON_AND_LAST_HOUR.at(LocalTime.of(12, 30))).isEqualTo(1);
        assertThat(NOON_AND_LAST_HOUR.at(LocalTime.of(11, 15))).isEqualTo(0.5);
    }

    @Test
    void theLastHourLeadsToMidnight() {
        assertThat(NOON_AND_LAST_HOUR.at(LocalTime.of(23, 45))).isEqualTo(0.25);
    }

    @Test
    void thePeakIsTheHighestHour() {
        assertThat(NOON_AND_LAST_HOUR.peak()).isEqualTo(2);
        assertThat(DailyCurve.flat().peak()).isEqualTo(1);
    }

    @Test
    void aDayBegunLaterHasItsNoonLater() {
        assertThat(NOON_AND_LAST_HOUR.laterBy(3).at(LocalTime.of(15, 0))).isEqualTo(2);
        assertThat(NOON_AND_LAST_HOUR.laterBy(-14).at(LocalTime.of(22, 0))).isEqualTo(2);
        assertThat(NOON_AND_LAST_HOUR.laterBy(24)).isEqualTo(NOON_AND_LAST_HOUR);
    }

    @Test
    void aDayHas24Factors() {
        assertThatThrownBy(() -> new DailyCurve(List.of(1.0))).hasMessage("hours: must be 24 factors, were 1");
    }

    private static DailyCurve curve() {
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
        hours.set(12, 2.0);
        hours.set(23, 1.0);
        return new DailyCurve(hours);
    }
}
