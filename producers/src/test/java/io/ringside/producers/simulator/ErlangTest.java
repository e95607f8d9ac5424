package io.ringside.producers.simulator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ErlangTest {
    @ParameterizedTest(name = "{0} agents")
    @CsvSource({"11, 0.3896, 122.8", "12, 0.6402, 40.4", "13, 0.7956, 17.1", "14, 0.8884, 7.84", "15, 0.9415, 3.67"})
    void aHundredCallsInHalfAnHour(int agents, double serviceLevel, double asa) {
        Erlang erlang = new Erlang(100 / 1800.0, 1 / 180.0, agents);

        assertThat(erlang.serviceLevel(20)).isCloseTo(serviceLevel, within(0.00005));
        assertThat(erlang.asa()).isCloseTo(asa, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"8, 60", "10, 300", "12, 300", "20, 120"})
    void whoIsNotServedHasAbandoned(int agents, double patienceSeconds) {
        Erlang.Impatient it = new Erlang(100 / 1800.0, 1 / 180.0, agents).withPatience(1 / patienceSeconds);

        assertThat(it.abandons() + it.served()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"11", "13", "15"})
    void endlessPatienceIsErlangC(int agents) {
        Erlang erlang = new Erlang(100 / 1800.0, 1 / 180.0, agents);

        assertThat(erlang.withPatience(1e-9).asa()).isCloseTo(erlang.asa(), within(0.01));
    }
}
