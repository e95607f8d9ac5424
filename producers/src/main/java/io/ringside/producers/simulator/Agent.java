package io.ringside.producers.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ringside.schemas.events.AgentState;

/** An agent at work: signed in or not, away or not, and with what. What the agent is seen to do follows from that. */
final class Agent implements Comparable<Agent> {
    private final String id;
    private final Team team;
    private final Map<String, AgentState> absences = new LinkedHashMap<>();
    private boolean signedIn;
    private int ringing;
    private int talking;
    private int wrapping;
    private int slotsTaken;
    private long idleSince;

    Agent(String id, Team team) {
        this.id = id;
        this.team = team;
    }

    String id() {
        return id;
    }

    Team team() {
        return team;
    }

    boolean signedIn() {
        return signedIn;
    }

    int contacts() {
        return ringing + talking + wrapping;
    }

    boolean open() {
        return signedIn && absences.isEmpty() && slotsTaken < team.slots();
    }

    boolean hasRoomFor(int slots) {
        return open() && slotsTaken + slots <= team.slots();
    }

    void signIn(long now) {
        signedIn = true;
        idleSince = now;
    }

    void signOff() {
        signedIn = false;
    }

    void leave(String reason, AgentState state) {
        absences.put(reason, state);
    }

    void comeBack(String reason, long now) {
        absences.remove(reason);
        idleSince = now;
    }

    void ring(int slots) {
        ringing++;
        slotsTaken += slots;
    }

    void stopRinging(int slots, long now) {
        ringing--;
        free(slots, now);
    }

    void answer() {
        ringing--;
        talking++;
    }

    void wrapUp() {
        talking--;
        wrapping++;
    }

    void finish(int slots, long now) {
        wrapping--;
        free(slots, now);
    }

    private void free(int slots, long now) {
        slotsTaken -= slots;
        idleSince = now;
    }

    AgentState state() {
        if (talking > 0) {
            return AgentState.ON_CONTACT;
        }
        if (wrapping > 0) {
            return AgentState.WRAP_UP;
        }
        if (ringing > 0) {
            return AgentState.RINGING;
        }
        if (!signedIn) {
            return AgentState.OFFLINE;
        }
        return absences.isEmpty()
                ? AgentState.AVAILABLE
                : absences.values().iterator().next();
    }

    /** Why the agent is away; null while the agent is not. */
    String reason() {
        boolean away = contacts() == 0 && signedIn && !absences.isEmpty();
        return away ? absences.keySet().iterator().next() : null;
    }

    /** Who has less to do comes first; among those, who has been idle longest. */
    @Override
    public int compareTo(Agent other) {
        int byLoad = Integer.compare(slotsTaken, other.slotsTaken);
        if (byLoad != 0) {
            return byLoad;
        }
        int byIdleness = Long.compare(idleSince, other.idleSince);
        return byIdleness != 0 ? byIdleness : id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Agent agent && id.equals(agent.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
