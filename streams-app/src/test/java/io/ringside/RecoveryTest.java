package io.ringside;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import io.ringside.schemas.Presence;
import io.ringside.schemas.wire.RegistryUnreachableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RecoveryTest {
    private final List<String> asked = new ArrayList<>();
    private final Recovery recovery = new Recovery(presence("kafka"), presence("registry"), () -> Instant.EPOCH);

    @Test
    void theRegistryIsWaitedForOnlyIfItWasMissed() throws InterruptedException {
        recovery.await(new TimeoutException("of a producer"));
        assertThat(asked).containsExactly("kafka");

        recovery.await(new RegistryUnreachableException("connection refused", null));
        assertThat(asked).containsExactly("kafka", "registry", "kafka");
    }

    @Test
    void nobodyIsWaitedForOnceItIsClosed() {
        recovery.close();

        assertThatThrownBy(() -> recovery.await(new TimeoutException("of a producer")))
                .isInstanceOf(InterruptedException.class);
        assertThat(asked).isEmpty();
    }

    private Presence presence(String name) {
        return new Presence(name, () -> {
            asked.add(name);
            return Optional.empty();
        });
    }
}
