package io.ringside.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is said of a team. */
record TeamSettings(List<String> agents, Optional<String> site) {
    private static final Knob<String> AGENTS = Knob.optional(
                    "agents", Notation.TEXT, "none", "the ids of its agents, a list; an agent is in one team")
            .must(Rule.NOT_BLANK);
    private static final Knob<String> SITE =
            Knob.optional("site", Notation.TEXT, "none", "one of sites; its days are the team's");

    /** Reads all teams, by name. */
    static Map<String, TeamSettings> readAll(Section root, Set<String> sites) {
        AgentRoll roll = new AgentRoll();
        return root.named("teams", "<team>", Optional.of(AGENTS.key()), (name, team) -> read(name, team, sites, roll));
    }

    private static TeamSettings read(String name, Section team, Set<String> sites, AgentRoll roll) {
        List<String> agents = team.findAll(AGENTS).orElse(List.of());
        for (String agent : agents) {
            roll.enter(agent, name).ifPresent(problem -> team.refuse(AGENTS.key(), problem));
        }
        Optional<String> site = team.find(SITE);
        site.filter(given -> !sites.contains(given))
                .ifPresent(given -> team.refuse(SITE.key(), References.unknown("site", given, sites)));
        return new TeamSettings(agents, site.filter(sites::contains));
    }

    /** Who is in which team. */
    private static final class AgentRoll {
        private final Map<String, String> teams = new HashMap<>();

        /** Enters an agent; a complaint if the agent is in already. */
        Optional<String> enter(String agent, String team) {
            String before = teams.putIfAbsent(agent, team);
            if (before == null) {
                return Optional.empty();
            }
            return Optional.of("an agent is in one team, " + Shown.of(agent)
                    + (before.equals(team) ? " is here twice" : " is in " + before + " too"));
        }
    }
}
