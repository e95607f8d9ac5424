package io.ringside.topology;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ringside.config.Configuration;
import io.ringside.core.definitions.Scope;
import io.ringside.schemas.Topics;
import io.ringside.schemas.events.AgentEvent;
import io.ringside.schemas.events.AgentState;

import static io.ringside.topology.Center.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

final class AgentsTest {
    private static final Scope ADA = Scope.agent("ada");
    private final Center center =
            new Center(Configuration.parse("teams: {red: {agents: [ada, bob]}}").definitions());

    @AfterEach
    void close() {
        center.close();
    }

    @Test
    void contactsAreDividedByTheHoursThatTheAgentWasOnQueue() {
        center.send(Topics.AGENTS, "ada", state("ada", AgentState.AVAILABLE, NINE))
                .send(Topics.AGENTS, "ada", state("ada", AgentState.BREAK, NINE.plusSeconds(300)))
                .send(Topics.AGENTS, "bob", state("bob", AgentState.AVAILABLE, NINE.plusSeconds(60)))
                .send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE))
                .send(Topics.CALLS, "c1", Calls.answered("c1", "ada", NINE.plusSeconds(5)))
                .send(Topics.CALLS, "c1", Calls.talkEnded("c1", NINE.plusSeconds(90)))
                .send(Topics.CALLS, "c1", Calls.wrappedUp("c1", NINE.plusSeconds(100)))
                .at(NINE.plusSeconds(600));

        assertThat(center.kpi(ADA, "today", "outcome", "handled_per_hour").getValue())
                .isCloseTo(3_600 / 300.0, within(1e-9));
        assertThat(center.kpi(Scope.team("red"), "today", "outcome", "handled_per_hour")
                        .getValue())
                .isCloseTo(3_600 / 840.0, within(1e-9));
        assertThat(center.deadLetters()).isEmpty();
    }

    @Test
    void aChangeThatComesLateTakesBackTheTimeThatWasStated() {
        center.send(Topics.AGENTS, "ada", state("ada", AgentState.AVAILABLE, NINE))
                .send(Topics.CALLS, "c1", Calls.enqueued("c1", "sales", NINE))
                .send(Topics.CALLS, "c1", Calls.answered("c1", "ada", NINE.plusSeconds(5)))
                .send(Topics.CALLS, "c1", Calls.wrappedUp("c1", NINE.plusSeconds(100)))
                .send(Topics.CALLS, "c1", Calls.talkEnded("c1", NINE.plusSeconds(90)))
                .at(NINE.plusSeconds(600))
                .send(Topics.AGENTS, "ada", state("ada", AgentState.OFFLINE, NINE.plusSeconds(180)))
                .after(Duration.ofSeconds(60));

        assertThat(center.kpi(ADA, "today", "outcome", "handled_per_hour").getValue())
                .isCloseTo(3_600 / 180.0, within(1e-9));
    }

    @Test
    void badAgentEventsAreSetAside() {
        center.send(Topics.AGENTS, "bob", state("ada", AgentState.AVAILABLE, NINE))
                .send(Topics.AGENTS, "", state("", AgentState.AVAILABLE, NINE))
                .send(Topics.AGENTS, "ada", state("ada", AgentState.UNKNOWN, NINE))
                .send(Topics.AGENTS, "ada", state("ada", AgentState.AVAILABLE, NINE.minus(Duration.ofDays(400))))
                .send(Topics.AGENTS, "ada", state("ada", AgentState.AVAILABLE, NINE.plus(Duration.ofDays(400))))
                .at(NINE.plusSeconds(60));

        assertThat(center.deadLetters())
                .containsExactly("wrong_key", "missing_field", "unknown_symbol", "too_old", "in_the_future");
        assertThat(center.scorecards()).isEmpty();
    }

    private static AgentEvent state(String agent, AgentState state, Instant at) {
        return AgentEvent.newBuilder()
                .setEventId(agent + state + at)
                .setSource("test")
                .setOccurredAt(at)
                .setAgent(agent)
                .setState(state)
                .build();
    }
}
