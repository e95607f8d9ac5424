package io.ringside.local;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.producers.simulator.Center;
import io.ringside.producers.simulator.ServiceQueue;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedConfigurationTest {
    @Test
    void everySimulatedQueueIsNamedWithTheSiteItIsAt() {
        Configuration configuration = ShippedConfiguration.load(Map.of());

        for (ServiceQueue queue : Center.berlinAndLisbon().queues()) {
            Scope scope = Scope.queue(Channel.valueOf(queue.channel().name()), queue.name());
            assertThat(configuration.definitions().queue(scope, 0).known())
                    .as(queue.name())
                    .isTrue();
            assertThat(configuration.definitions().queue(scope, 0).site()).contains(queue.site());
        }
    }
}
