package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

import io.ringside.oracle.Rules;

/** What the topology publishes is what the oracle says of the same events. */
final class OracleTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Rules RULES = new Rules(
            ZoneId.of("UTC"),
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Map.of("berlin", ZoneId.of("Europe/Berlin"), "pune", ZoneId.of("Asia/Kolkata")),
            List.of(
                    queue("voice", "sales", 20, 5, "berlin"),
                    queue("voice", "care", 60, 0, "pune"),
                    queue("voice", "nights", 30, 45, null)),
            List.of(
                    new Rules.Team("red", Optional.of("pune"), List.of("ada", "bob")),
                    new Rules.Team("blue", Optional.empty(), List.of("eve"))));

    private static Rules.Queue queue(String channel, String name, int threshold, int shortAbandon, String site) {
        return new Rules.Queue(
                channel,
                name,
                Duration.ofSeconds(threshold),
                Duration.ofSeconds(shortAbandon),
                Optional.ofNullable(site));
    }

    /** Each number is one contact. They say nothing by themselves, so to shrink is to leave some out. */
    @Provide
    Arbitrary<List<Long>> contacts() {
        return seeds().list().ofMinSize(1).ofMaxSize(100).withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .dontShrink();
    }

    @Property(tries = 3)
    void callsLeadToWhatTheOracleSays(@ForAll("contacts") List<Long> contacts, @ForAll("seeds") long seed) {
        Post post = new Post();
        contacts.forEach(contact -> Telephone.call(contact, NOON, Duration.ofHours(30), post));
        new Trial(RULES, 3, post.sent, new Random(seed)).run();
    }
}
