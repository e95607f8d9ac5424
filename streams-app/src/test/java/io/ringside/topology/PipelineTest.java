package io.ringside.topology;

import java.util.Map;

import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PipelineTest {
    @Test
    void anotherInstanceStandsByUnlessSomebodySaysOtherwise() {
        assertThat(Pipeline.properties(Map.of())).containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, 1);
        assertThat(Pipeline.properties(Map.of(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "0")))
                .containsEntry(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "0");
    }

    @Test
    void nobodyTurnsExactlyOnceOff() {
        assertThat(Pipeline.properties(Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE)))
                .containsEntry(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    }
}
