package io.ringside.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.wire.AvroDeserializer;
import io.ringside.schemas.wire.RegistryConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole demo, as {@code ./ringside demo} runs it. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DemoIT {
    private static final Duration FIRST_SCORECARD_BOUND = Duration.ofSeconds(90);
    private static final Pattern STATE_FOLDER = Pattern.compile("-Djava\\.io\\.tmpdir=(.*)/registry");

    private final StringWriter out = new StringWriter();

    @Test
    void theDemoScoresItsQueuesAndLeavesNothingBehind() throws Exception {
        List<ProcessHandle> children;
        Path stateFolder;
        try (Demo demo = new Demo(settings())) {
            demo.start(new PrintWriter(out));
            children = ProcessHandle.current().descendants().toList();
            stateFolder = stateFolder(children);

            assertThat(out.toString()).contains("Wallboard   http://localhost:", "/metrics");
            assertThat(firstScorecardOf("sales")).isPresent();
            assertThat(stateFolder).isDirectory();
        }

        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(stateFolder).doesNotExist();
    }

    private static DemoSettings settings() {
        SimulatorOptions simulator = new SimulatorOptions();
        CommandSpec command = CommandSpec.create();
        command.addMixin("simulator", CommandSpec.forAnnotatedObject(simulator));
        new CommandLine(command).parseArgs("--seed", "7");
        return new DemoSettings(
                FreePort.any(), FreePort.any(), FreePort.any(), ShippedConfiguration::load, Optional.of(simulator));
    }

    private Optional<Scorecard> firstScorecardOf(String queue) {
        AvroDeserializer<Scorecard> values = new AvroDeserializer<>();
        values.configure(Map.of(RegistryConfig.URL, found("Registry +(\\S+)")), false);
        try (KafkaConsumer<String, Scorecard> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        found("Broker +(\\S+)"),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                values)) {
            consumer.assign(consumer.partitionsFor(Topics.SCORECARDS.name(Topics.DEFAULT_PREFIX)).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            long deadline = System.nanoTime() + FIRST_SCORECARD_BOUND.toNanos();
            Optional<Scorecard> found = Optional.empty();
            while (found.isEmpty() && System.nanoTime() < deadline) {
                found = StreamSupport.stream(
                                consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                        .map(record -> record.value())
                        .filter(scorecard -> queue.equals(scorecard.getQueue()))
                        .findFirst();
            }
            return found;
        }
    }

    private String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(out.toString());
        assertThat(matcher.find()).as(out.toString()).isTrue();
        return matcher.group(1);
    }

    private static Path stateFolder(List<ProcessHandle> children) {
        return children.stream()
                .flatMap(child -> Stream.of(child.info().arguments().orElse(new String[0])))
                .map(STATE_FOLDER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Path.of(matcher.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
