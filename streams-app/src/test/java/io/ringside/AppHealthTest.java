package io.ringside;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ringside.adapters.web.Health.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

final class AppHealthTest {
    private static final Optional<String> BEHIND = Optional.of("catching up: the figures of kpis/0 are 184 s behind");

    @Test
    void anInstanceThatHasNotStartedItsPipelineDoesNotServe() {
        assertThat(new AppHealth(Optional::empty, List.of(), () -> BEHIND).ready())
                .isEqualTo(Verdict.no("the pipeline has not been started yet"));
    }

    @Test
    void anInstanceThatWaitsForSomebodySaysForWhom() {
        assertThat(new AppHealth(Optional::empty, List.of(() -> Optional.of("Kafka does not answer")), Optional::empty)
                        .ready())
                .isEqualTo(Verdict.no("the pipeline has not been started yet", "Kafka does not answer"));
    }
}
