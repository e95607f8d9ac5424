package io.ringside.topology.state;

import java.util.ArrayList;
import java.util.List;

import io.ringside.core.agents.Agent;
import io.ringside.core.agents.StateChange;
import io.ringside.core.agents.StateChange.State;

/** How agents are stored. */
public final class AgentCodec {
    private static final State[] STATES = State.values();

    /** Agents, format 1. */
    public static final Codec<Agent> AGENTS = Codec.of(1, AgentCodec::write, AgentCodec::read);

    private AgentCodec() {}

    @SuppressWarnings("EnumOrdinal") // the ordinal is the stored number; states only grow at the end
    private static void write(Agent agent, ByteWriter out) {
        out.writeLong(agent.statedUntil()).writeLong(agent.letGoUntil());
        out.writeInt(agent.changes().size());
        agent.changes().forEach(change -> out.writeString(change.id())
                .writeLong(change.at())
                .writeByte(change.state().ordinal()));
    }

    private static Agent read(ByteReader in) {
        long statedUntil = in.readLong();
        long letGoUntil = in.readLong();
        List<StateChange> changes = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            changes.add(new StateChange(in.readString(), in.readLong(), STATES[in.readByte()]));
        }
        return new Agent(changes, statedUntil, letGoUntil);
    }
}
