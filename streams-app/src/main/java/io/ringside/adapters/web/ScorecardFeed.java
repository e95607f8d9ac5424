package io.ringside.adapters.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.schemas.wire.WireFormat;

/**
 * Follows the scorecards of all instances, with a consumer outside any group. It ends only when closed: when Kafka or the
 * registry do not answer it says so once, keeps the last board, and reads anew from the beginning when they are back.
 */
public final class ScorecardFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PUBLISH_EVERY = Duration.ofMillis(250);
    private static final Duration PROBE_AFTER = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final FeedTopics topics;
    private final Function<byte[], Scorecard> scorecards;
    private final Function<byte[], Watermark> watermarks;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "scorecard-feed");

    private volatile Board board;
    private long reading;
    private Duration pause = FIRST_PAUSE;

    ScorecardFeed(
            Supplier<Consumer<String, byte[]>> consumers,
            FeedTopics topics,
            Function<byte[], Scorecard> scorecards,
            Function<byte[], Watermark> watermarks,
            Clock clock) {
        this.consumers = consumers;
        this.topics = topics;
        this.scorecards = scorecards;
        this.watermarks = watermarks;
        this.clock = clock;
        this.board = Board.empty(new Feed(Feed.State.CONNECTING, clock.instant()));
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((dead, defect) -> {
            LOG.error("The wallboard's feed ended by a defect", defect);
            turn(Feed.State.LOST, "a defect ended the feed, see the log");
        });
    }

    /**
     * Starts to follow. Returns at once, whether or not Kafka answers.
     *
     * @param kafka how to reach the cluster: bootstrap.servers and security, under Kafka's property names
     * @param prefix what topic names begin with
     * @param wire how records travel
     */
    public static ScorecardFeed start(Map<String, ?> kafka, String prefix, WireFormat wire) {
        Map<String, Object> config = consumerConfig(kafka);
        FeedTopics topics = FeedTopics.under(prefix);
        Deserializer<Scorecard> scorecards = wire.serde(Scorecard.class).deserializer();
        Deserializer<Watermark> watermarks = wire.serde(Watermark.class).deserializer();
        ScorecardFeed feed = new ScorecardFeed(
                () -> new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()),
                topics,
                bytes -> scorecards.deserialize(topics.scorecards(), bytes),
                bytes -> watermarks.deserialize(topics.watermarks(), bytes),
                Clock.systemUTC());
        return feed.begin();
    }

    ScorecardFeed begin() {
        thread.start();
        return this;
    }

    /** A consumer that belongs to no group, sees committed records only and creates nothing. */
    private static Map<String, Object> consumerConfig(Map<String, ?> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.keySet().removeAll(Set.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "ringside-wallboard");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return config;
    }

    /** The newest board. Never waits. */
    public Board board() {
        return board;
    }

    /** Why the board is not kept up, for a person; empty while it is, or is about to be. */
    public Optional<String> trouble() {
        Feed feed = board.feed();
        return feed.state() == Feed.State.LOST
                ? Optional.of("the wallboard's feed is lost since " + feed.since() + ": " + feed.reason())
                : Optional.empty();
    }

    /** Ends the feed and returns when its connection is closed, or after ten seconds. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                follow(consumer);
            } catch (MissingTopicException e) {
                turn(Feed.State.CONNECTING, e.getMessage());
                pause();
            } catch (KafkaException e) { // RegistryException is one too
                turn(Feed.State.LOST, reason(e));
                pause();
            }
        }
    }

    /** Reads until closed; the board stays the one before until this reading has caught up with it. */
    private void follow(Consumer<String, byte[]> consumer) {
        BoardFold fold = new BoardFold(reading++, new ScorecardDecoder(scorecards));
        FeedReader reader = new FeedReader(consumer, topics, watermarks, new SchemaGate(scorecards), fold);
        turn(Feed.State.READING, "");
        Instant heard = clock.instant();
        Instant published = Instant.EPOCH;
        boolean changed = true;
        while (!closed()) {
            boolean any = reader.step(POLL);
            Instant now = clock.instant();
            changed |= any;
            if (any) {
                heard = now;
            } else if (now.isAfter(heard.plus(PROBE_AFTER))) {
                reader.probe();
                heard = now;
            }
            if (changed && reader.caughtUp() && !now.isBefore(published.plus(PUBLISH_EVERY))) {
                turn(Feed.State.LIVE, "");
                board = fold.board(board.feed());
                published = now;
                changed = false;
                pause = FIRST_PAUSE;
            }
        }
    }

    private void turn(Feed.State state, String reason) {
        Feed before = board.feed();
        Feed after = before.turned(new Feed(state, clock.instant(), reason));
        if (!after.equals(before)) {
            board = board.with(after);
            if (state == Feed.State.LOST) {
                LOG.warn("The wallboard's feed is lost, trying again: {}", reason);
            } else {
                LOG.info("The wallboard's feed is {}{}", state, reason.isEmpty() ? "" : ": " + reason);
            }
        }
    }

    private static String reason(KafkaException e) {
        if (e instanceof TimeoutException) {
            return "Kafka does not answer";
        }
        Throwable first = e;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first.getMessage() == null ? first.getClass().getSimpleName() : first.getMessage();
    }

    private void pause() {
        try {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }
}
