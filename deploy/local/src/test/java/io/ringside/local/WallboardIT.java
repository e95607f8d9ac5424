package io.ringside.local;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.ringside.adapters.web.Health;
import io.ringside.adapters.web.MetricsSource;
import io.ringside.adapters.web.ScorecardFeed;
import io.ringside.adapters.web.WebServer;
import io.ringside.schemas.MissingTopics;
import io.ringside.schemas.Topics;
import io.ringside.schemas.scorecards.Attribution;
import io.ringside.schemas.scorecards.KpiValue;
import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.schemas.wire.WireFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** From the scorecards' topic on a real broker to a page that listens. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
final class WallboardIT {
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final String PREFIX = Topics.DEFAULT_PREFIX;
    private static final Health HEALTHY = new Health() {
        @Override
        public Verdict live() {
            return Verdict.OK;
        }

        @Override
        public Verdict ready() {
            return Verdict.OK;
        }
    };

    @TempDir
    private Path dataDir;

    private final WireFormat wire = WireFormat.open(Map.of("schema.registry.url", "mock://wallboard-it"));

    @Test
    void aPageSeesWhatWasCommittedAndNothingElse() throws Exception {
        try (EmbeddedBroker broker = started();
                KafkaProducer<String, byte[]> pipeline = pipeline(broker);
                ScorecardFeed feed = ScorecardFeed.start(client(broker), PREFIX, wire);
                WebServer server = serve(feed);
                Listener page = Listener.to(server.port(), "30m")) {
            page.await(event -> event.contains("\"state\":\"LIVE\""));
            pipeline.beginTransaction();
            post(pipeline, "taken back", 1);
            pipeline.abortTransaction();
            commit(pipeline, "sales", 81);

            String event = page.await(data -> data.contains("\"queue\":\"sales\""));
            assertThat(event).contains("\"numerator\":81").doesNotContain("taken back");
            page.await(data -> data.contains("\"asOf\":\"2026-03-02T10:00:00Z\",\"scorecards\""));
        }
    }

    @Test
    void aFeedWhoseBrokerWasAwayComesBackByItselfWithWhatHappenedMeanwhile() throws Exception {
        try (EmbeddedBroker broker = started();
                ScorecardFeed feed = ScorecardFeed.start(client(broker), PREFIX, wire);
                WebServer server = serve(feed);
                Listener page = Listener.to(server.port(), "30m")) {
            try (KafkaProducer<String, byte[]> pipeline = pipeline(broker)) {
                commit(pipeline, "sales", 81);
            }
            page.await(data -> data.contains("\"queue\":\"sales\""));
            broker.stop();
            assertThat(page.await(data -> data.contains("\"state\":\"LOST\"")))
                    .contains("\"reason\":\"Kafka does not answer\"");
            broker.start();
            try (KafkaProducer<String, byte[]> pipeline = pipeline(broker)) {
                commit(pipeline, "claims", 90);
            }
            page.await(data -> data.contains("\"state\":\"LIVE\"") && data.contains("\"queue\":\"claims\""));
            assertThat(get(server)).contains("\"queue\":\"sales\"").contains("\"queue\":\"claims\"");
        }
    }

    @Test
    void aFeedThatStartsBeforeItsBrokerWaitsForIt() throws Exception {
        int port = FreePort.any();
        Map<String, Object> client = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (ScorecardFeed feed = ScorecardFeed.start(client, PREFIX, wire);
                WebServer server = serve(feed);
                Listener page = Listener.to(server.port(), "30m")) {
            page.await(data -> data.contains("\"state\":\"LOST\""));
            try (EmbeddedBroker broker = EmbeddedBroker.start(dataDir, port)) {
                topics(broker);
                try (KafkaProducer<String, byte[]> pipeline = pipeline(broker)) {
                    commit(pipeline, "sales", 81);
                }
                page.await(data -> data.contains("\"queue\":\"sales\""));
            }
        }
    }

    private EmbeddedBroker started() throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(dataDir);
        topics(broker);
        return broker;
    }

    private static void topics(EmbeddedBroker broker) throws InterruptedException {
        new MissingTopics(PREFIX, 2).create(client(broker), List.of(Topics.SCORECARDS, Topics.WATERMARKS));
    }

    private static Map<String, Object> client(EmbeddedBroker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }

    private static WebServer serve(ScorecardFeed feed) {
        MetricsSource none = accept -> new MetricsSource.Exposition("text/plain", new byte[0]);
        return WebServer.start("127.0.0.1", 0, feed::board, none, HEALTHY);
    }

    private static KafkaProducer<String, byte[]> pipeline(EmbeddedBroker broker) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "pipeline");
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    /** As the pipeline does: a scorecard and the watermark that it is as of, in one transaction. */
    private void commit(KafkaProducer<String, byte[]> pipeline, String queue, double inTime) throws Exception {
        pipeline.beginTransaction();
        post(pipeline, queue, inTime);
        send(pipeline, Topics.WATERMARKS.name(PREFIX), "kpis-0", new Watermark("kpis", 0, TEN, TEN), Watermark.class);
        pipeline.commitTransaction();
    }

    private void post(KafkaProducer<String, byte[]> pipeline, String queue, double inTime) throws Exception {
        String key = "queue/voice/" + queue + "|30m|outcome";
        send(pipeline, Topics.SCORECARDS.name(PREFIX), key, scorecard(queue, inTime), Scorecard.class);
    }

    private <T extends SpecificRecord> void send(
            KafkaProducer<String, byte[]> pipeline, String topic, String key, T value, Class<T> type) throws Exception {
        byte[] bytes = wire.serde(type).serializer().serialize(topic, value);
        pipeline.send(new ProducerRecord<>(topic, key, bytes)).get();
    }

    private static Scorecard scorecard(String queue, double inTime) {
        KpiValue serviceLevel = new KpiValue("service_level", inTime / 100, inTime, 100.0, 0.8, Status.MET);
        return Scorecard.newBuilder()
                .setScope(ScopeKind.QUEUE)
                .setQueue(queue)
                .setChannel("voice")
                .setWindow("30m")
                .setAttribution(Attribution.OUTCOME)
                .setHeadline(true)
                .setWindowStart(TEN.minusSeconds(1800))
                .setWindowEnd(TEN)
                .setZone("UTC")
                .setAsOf(TEN)
                .setFinal$(false)
                .setRevision(0)
                .setKpis(List.of(serviceLevel))
                .build();
    }

    private static String get(WebServer server) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/scorecards");
        try (InputStream in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
