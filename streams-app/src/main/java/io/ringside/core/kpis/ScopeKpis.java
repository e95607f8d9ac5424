package io.ringside.core.kpis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ringside.core.definitions.Scope;
import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Kpi.Subject;

/** Which KPIs a scope has: those of its subject and, where it has one, of its channel. */
public final class ScopeKpis {
    private static final List<Kpi> OF_QUEUES = KpiCatalogue.of(Subject.QUEUES);
    private static final List<Kpi> OF_AGENTS = KpiCatalogue.of(Subject.AGENTS);
    private static final Map<Channel, List<Kpi>> BY_CHANNEL = byChannel();

    private ScopeKpis() {}

    /** Its KPIs, in the order of the catalogue. */
    public static List<Kpi> of(Scope scope) {
        return switch (scope.kind()) {
            case AGENT, TEAM -> OF_AGENTS;
            default -> scope.channel().map(BY_CHANNEL::get).orElse(OF_QUEUES);
        };
    }

    /** Whether nobody could tell two tallies of windows that have ended apart: all its KPIs read the same. */
    static boolean readTheSame(Scope scope, Tally one, Tally other) {
        if (one.equals(other)) {
            return true;
        }
        Figures ofOne = new Figures().of(one);
        Figures ofOther = new Figures().of(other);
        return of(scope).stream().allMatch(kpi -> kpi.read(ofOne).equals(kpi.read(ofOther)));
    }

    private static Map<Channel, List<Kpi>> byChannel() {
        Map<Channel, List<Kpi>> kpis = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            kpis.put(
                    channel,
                    OF_QUEUES.stream()
                            .filter(kpi -> kpi.channels().contains(channel))
                            .toList());
        }
        return kpis;
    }
}
