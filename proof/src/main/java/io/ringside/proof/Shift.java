package io.ringside.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;

/** Makes up some hours of one agent, over midnight as it comes, all from one seed. */
public final class Shift {
    private static final List<String> AGENTS = List.of("ada", "bob", "eve", "tom");
    private static final List<AgentState> STATES = List.of(AgentState.values()).subList(1, AgentState.values().length);

    private Shift() {}

    /** A shift that begins some time within a span; it may go on after it, and nobody may end it. */
    public static void of(long seed, Instant from, Duration span, Post post) {
        Random random = new Random(seed);
        String agent = AGENTS.get(random.nextInt(AGENTS.size()));
        Instant now = from.plusMillis((long) (random.nextDouble() * span.toMillis()));
        for (int i = random.nextInt(12); i >= 0; i--) {
            boolean goesHome = i == 0 && random.nextInt(3) > 0;
            AgentState state = goesHome ? AgentState.OFFLINE : STATES.get(random.nextInt(STATES.size()));
            AgentEvent event = AgentEvent.newBuilder()
                    .setEventId(Long.toHexString(seed) + "-" + i)
                    .setOccurredAt(now)
                    .setSource("test")
                    .setAgent(agent)
                    .setState(state)
                    .setQueues(List.of())
                    .build();
            post.send(random, Post.LATEST_OF_AGENTS, now, Topics.AGENTS, agent, event);
            now = now.plusMillis(1 + random.nextInt(random.nextBoolean() ? 900_000 : 3 * 3_600_000));
        }
    }
}
