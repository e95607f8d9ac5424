package io.ringside.adapters.web;

import java.util.Locale;
import java.util.Map;

import org.apache.kafka.common.serialization.Serde;

import io.ringside.schemas.scorecards.ScopeKind;
import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Watermark;
import io.ringside.schemas.wire.WireFormat;

/** The bytes of scorecards and watermarks as they travel, over a registry in memory. */
final class SampleTopics {
    static final FeedTopics TOPICS = FeedTopics.under("contact-center.");

    private final WireFormat wire = WireFormat.open(Map.of("schema.registry.url", "mock://wallboard-samples"));
    private final Serde<Scorecard> scorecards = wire.serde(Scorecard.class);
    private final Serde<Watermark> watermarks = wire.serde(Watermark.class);

    byte[] bytes(Scorecard card) {
        return scorecards.serializer().serialize(TOPICS.scorecards(), card);
    }

    byte[] bytes(Watermark watermark) {
        return watermarks.serializer().serialize(TOPICS.watermarks(), watermark);
    }

    Scorecard scorecard(byte[] bytes) {
        return scorecards.deserializer().deserialize(TOPICS.scorecards(), bytes);
    }

    Watermark watermark(byte[] bytes) {
        return watermarks.deserializer().deserialize(TOPICS.watermarks(), bytes);
    }

    ScorecardDecoder decoder() {
        return new ScorecardDecoder(this::scorecard);
    }

    void post(BoardFold fold, Scorecard card) {
        fold.post(key(card), bytes(card));
    }

    static String key(Scorecard card) {
        String name = card.getScope() == ScopeKind.SITE ? card.getSite() : card.getQueue();
        String scope =
                switch (card.getScope()) {
                    case QUEUE -> "queue/" + card.getChannel() + "/" + name;
                    case CHANNEL -> "channel/" + card.getChannel();
                    case SITE -> "site/" + name;
                    default -> "all";
                };
        return scope + "|" + card.getWindow() + "|"
                + card.getAttribution().name().toLowerCase(Locale.ROOT);
    }
}
