package io.ringside.oracle;

/**
 * What figures are about.
 *
 * @param kind queue, channel, site, all, agent or team
 * @param channel of a queue and of a channel; empty otherwise
 * @param name empty for all
 */
public record Scope(String kind, String channel, String name) {

    /** Whether these are the figures of people; the others are of queues. */
    boolean isOfAgents() {
        return kind.equals("agent") || kind.equals("team");
    }

    /**
     * Whether what happened in a queue, done by an agent, is counted here.
     *
     * @param queue empty where it is not known
     * @param agent empty where nobody did it
     */
    boolean covers(String ofChannel, String queue, String agent, Rules rules) {
        if (queue.isEmpty() && !isOfAgents()) {
            return false;
        }
        return switch (kind) {
            case "queue" -> channel.equals(ofChannel) && name.equals(queue);
            case "channel" -> name.equals(ofChannel);
            case "site" -> rules.siteOf(ofChannel, queue).filter(name::equals).isPresent();
            case "all" -> true;
            case "agent" -> name.equals(agent);
            case "team" ->
                rules.teamOf(agent).filter(team -> team.name().equals(name)).isPresent();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Override
    public String toString() {
        return kind.equals("queue") ? "queue/" + channel + "/" + name : name.isEmpty() ? kind : kind + "/" + name;
    }
}
