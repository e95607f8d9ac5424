package io.ringside.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.QueueDefinition;
import io.ringside.core.definitions.Scope;
import io.ringside.core.definitions.Target;
import io.ringside.core.definitions.Zones;
import io.ringside.core.events.Channel;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredDefinitionsTest {
    private static final Definitions CENTER = Configuration.parse("""
                    defaults: {zone: Europe/Paris, serviceLevel: {threshold: 20s}, shortAbandon: 5s}
                    sites: {berlin: Europe/Berlin, lisbon: {zone: Europe/Lisbon}, roaming: }
                    queues:
                      sales: {site: berlin, serviceLevel: {threshold: 30s}}
                      chat/sales: {serviceLevel: {threshold: 1m}, shortAbandon: 0s}
                      support: {site: lisbon}
                      voice/vip: {site: lisbon, zone: Asia/Kathmandu}
                      back: {site: roaming}
                    teams:
                      alpha: {site: berlin, agents: [anna, ben]}
                      bravo: {site: lisbon, agents: [carla]}
                      charlie: dora
                    targets:
                      service_level:
                        goal: 80 %
                        warning: 5 %
                        minimumVolume: 20
                        channels: {chat: 70 %}
                        sites: {berlin: 75 %, lisbon: {goal: 90 %, warning: 2 %, minimumVolume: 0}}
                        teams: {alpha: 85 %}
                        agents: {ben: 60 %, zoe: 65 %}
                        queues: {sales: 84 %, chat/sales: 74 %}
                      asa: {queues: {voice/vip: 10s}}
                    """).definitions();

    /** Queue, channel, site, all; agent, team, the team's site, all. */
    @ParameterizedTest(name = "{0}: {1} ({2})")
    @CsvSource({
        "queue/voice/sales,   0.84, its own",
        "queue/chat/sales,    0.74, its own on chat",
        "queue/ticket/sales,  0.84, its own on every channel",
        "queue/chat/support,  0.70, the channel's before the site's",
        "queue/voice/support, 0.90, the site's",
        "queue/voice/back,    0.80, all: its site has none",
        "queue/voice/unnamed, 0.80, all",
        "queue/chat/unnamed,  0.70, the channel's",
        "channel/chat,        0.70, its own",
        "channel/voice,       0.80, all",
        "site/berlin,         0.75, its own",
        "site/roaming,        0.80, all",
        "team/alpha,          0.85, its own",
        "team/bravo,          0.90, its site's",
        "team/charlie,        0.80, all",
        "agent/ben,           0.60, its own",
        "agent/zoe,           0.65, its own without a team",
        "agent/anna,          0.85, the team's",
        "agent/carla,         0.90, the team's site's",
        "agent/dora,          0.80, all: neither the team nor a site has any",
        "agent/unnamed,       0.80, all",
        "all,                 0.80, all",
    })
    void theMostSpecificTargetWins(String scope, double goal, String whose) {
        assertThat(CENTER.targets(Scope.parse(scope), 0).get("service_level").goal())
                .as(whose)
                .isEqualTo(goal);
    }

    @Test
    void aNarrowerTargetTakesWhatItLeavesOutFromTheOneForAll() {
        assertThat(CENTER.targets(Scope.queue(Channel.VOICE, "sales"), 0))
                .containsEntry("service_level", new Target(0.84, 0.05, 20));
        assertThat(CENTER.targets(Scope.site("lisbon"), 0)).containsEntry("service_level", new Target(0.90, 0.02, 0));
    }

    @Test
    void aTargetOfOneQueueIsNoOneElses() {
        assertThat(CENTER.targets(Scope.queue(Channel.VOICE, "vip"), 0)).containsEntry("asa", new Target(10, 0, 0));
        assertThat(CENTER.targets(Scope.queue(Channel.CHAT, "vip"), 0)).doesNotContainKey("asa");
        assertThat(CENTER.targets(Scope.ALL, 0)).doesNotContainKeys("asa", "csat");
    }

    @Test
    void aQueueTakesWhatItDoesNotSayFromItsNameThenFromTheDefaults() {
        assertThat(queue(Channel.VOICE, "sales")).isEqualTo(known(30, 5, "berlin", "Europe/Berlin"));
        assertThat(queue(Channel.CHAT, "sales")).isEqualTo(known(60, 0, "berlin", "Europe/Berlin"));
        assertThat(queue(Channel.CHAT, "support")).isEqualTo(known(20, 5, "lisbon", "Europe/Lisbon"));
        assertThat(queue(Channel.VOICE, "vip")).isEqualTo(known(20, 5, "lisbon", "Asia/Kathmandu"));
        assertThat(queue(Channel.VOICE, "back")).isEqualTo(known(20, 5, "roaming", "Europe/Paris"));
    }

    @Test
    void aQueueThatIsNotNamedGetsTheDefaultsAndIsUnknown() {
        QueueDefinition defaults = new QueueDefinition(
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Optional.empty(),
                Zones.always(ZoneId.of("Europe/Paris")),
                false);

        assertThat(queue(Channel.VOICE, "unnamed")).isEqualTo(defaults);
        assertThat(queue(Channel.CHAT, "vip")).isEqualTo(defaults);
    }

    @ParameterizedTest
    @CsvSource({
        "queue/voice/vip,     Asia/Kathmandu",
        "queue/voice/sales,   Europe/Berlin",
        "queue/voice/unnamed, Europe/Paris",
        "site/lisbon,         Europe/Lisbon",
        "site/roaming,        Europe/Paris",
        "team/bravo,          Europe/Lisbon",
        "team/charlie,        Europe/Paris",
        "agent/carla,         Europe/Lisbon",
        "agent/dora,          Europe/Paris",
        "agent/unnamed,       Europe/Paris",
        "channel/voice,       Europe/Paris",
        "all,                 Europe/Paris",
    })
    void daysBeginWhereTheScopeIs(String scope, String zone) {
        assertThat(CENTER.zones(Scope.parse(scope)).last()).isEqualTo(ZoneId.of(zone));
    }

    @Test
    void figuresRollUpToChannelSiteAndAllOrToTheTeam() {
        assertThat(CENTER.rollUps(Scope.queue(Channel.VOICE, "sales")))
                .containsExactly(Scope.channel(Channel.VOICE), Scope.site("berlin"), Scope.ALL);
        assertThat(CENTER.rollUps(Scope.queue(Channel.CHAT, "unnamed")))
                .containsExactly(Scope.channel(Channel.CHAT), Scope.ALL);
        assertThat(CENTER.rollUps(Scope.agent("anna"))).containsExactly(Scope.team("alpha"));
        assertThat(CENTER.rollUps(Scope.agent("unnamed"))).isEmpty();
        assertThat(CENTER.teamOf("dora")).contains("charlie");
        assertThat(CENTER.teamOf("unnamed")).isEmpty();
    }

    private static QueueDefinition queue(Channel channel, String name) {
        return CENTER.queue(Scope.queue(channel, name), 0);
    }

    private static QueueDefinition known(long threshold, long shortAbandon, String site, String zone) {
        return new QueueDefinition(
                Duration.ofSeconds(threshold),
                Duration.ofSeconds(shortAbandon),
                Optional.of(site),
                Zones.always(ZoneId.of(zone)),
                true);
    }
}
