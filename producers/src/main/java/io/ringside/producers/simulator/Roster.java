package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import io.ringside.schemas.events.AgentState;

/** Who works when: signs agents in and off, sends them on breaks, and lets incidents take them away. */
final class Roster {
    private static final String DROPPED_OUT = "unplanned absence";
    /** The latest that somebody signs in after the start of a shift. */
    private static final Duration TARDINESS = Duration.ofMinutes(4);

    private final Operation operation;
    private final List<Agent> agents = new ArrayList<>();

    Roster(Operation operation) {
        this.operation = operation;
    }

    void open() {
        Scenario scenario = operation.scenario();
        for (Team team : scenario.center().teams()) {
            ZoneId zone = scenario.center().site(team.site()).zone();
            List<String> ids = team.agents();
            for (int i = 0; i < ids.size(); i++) {
                Shift shift = team.shifts().get(i % team.shifts().size());
                Agent agent = new Agent(ids.get(i), team);
                agents.add(agent);
                LocalDate yesterday =
                        LocalDate.ofInstant(scenario.start(), zone).minusDays(1);
                new Duty(agent, shift, zone, operation.chance("roster of " + ids.get(i))).plan(yesterday);
            }
        }
        scenario.incidents().forEach(this::plan);
    }

    private void plan(Incident incident) {
        Timeline timeline = operation.timeline();
        if (incident.missing() > 0 && incident.to().toEpochMilli() > timeline.now()) {
            long from = Math.max(timeline.now(), incident.from().toEpochMilli());
            timeline.at(from, () -> dropOut(incident));
        }
    }

    private void dropOut(Incident incident) {
        Chance chance = operation.chance("drop-outs from " + incident.queue() + " at " + incident.from());
        List<Agent> serving = new ArrayList<>(agents.stream()
                .filter(Agent::signedIn)
                .filter(agent -> agent.team().queues().contains(incident.queue()))
                .toList());
        long count = Math.round(serving.size() * incident.missing());
        for (long i = 0; i < count; i++) {
            Agent agent = serving.remove(chance.below(serving.size()));
            leave(agent, DROPPED_OUT, incident.to().toEpochMilli());
        }
    }

    /** Takes an agent away from the next free moment until a time, in milliseconds since 1970-01-01T00:00Z. */
    private void leave(Agent agent, String reason, long until) {
        operation.routing().change(agent, () -> agent.leave(reason, AgentState.BREAK));
        operation.timeline().at(until, () -> operation
                .routing()
                .change(agent, () -> agent.comeBack(reason, operation.timeline().now())));
    }

    /** The working days of one agent. */
    private final class Duty {
        private final Agent agent;
        private final Shift shift;
        private final ZoneId zone;
        private final Chance chance;

        Duty(Agent agent, Shift shift, ZoneId zone, Chance chance) {
            this.agent = agent;
            this.shift = shift;
            this.zone = zone;
            this.chance = chance;
        }

        /** Plans the shift that begins on a date, and at its end the next. What has passed already is left out. */
        void plan(LocalDate date) {
            ZonedDateTime begin = date.atTime(shift.from()).atZone(zone);
            long end = end(date, begin).toEpochMilli();
            Timeline timeline = operation.timeline();
            if (end <= timeline.now()) {
                plan(date.plusDays(1));
                return;
            }
            long from = begin.toInstant().toEpochMilli();
            long signIn = shift.roundTheClock() ? from : Math.min(from + upTo(TARDINESS), end - 1);
            timeline.at(Math.max(timeline.now(), signIn), this::signIn);
            shift.pauses().forEach(pause -> plan(pause, from, end));
            timeline.at(end, () -> {
                signOff();
                plan(date.plusDays(1));
            });
        }

        /** A shift of a whole day ends when the next begins, also on the days of 23 and 25 hours. */
        private Instant end(LocalDate date, ZonedDateTime begin) {
            return shift.roundTheClock()
                    ? date.plusDays(1).atTime(shift.from()).atZone(zone).toInstant()
                    : begin.toInstant().plus(shift.length());
        }

        private void plan(Shift.Pause pause, long begin, long end) {
            long from = begin + pause.after().toMillis() + upTo(pause.within());
            long until = Math.min(end, from + pause.length().toMillis());
            if (from >= operation.timeline().now() && from < end) {
                operation.timeline().at(from, () -> leave(agent, pause.reason(), until));
            }
        }

        private long upTo(Duration most) {
            return StrictMath.round(chance.unit() * most.toMillis());
        }

        /** Of those who come during an incident, as large a share stays away as dropped out at its beginning. */
        private void signIn() {
            if (agent.signedIn()) {
                return;
            }
            long now = operation.timeline().now();
            operation.scenario().incidents().stream()
                    .filter(incident -> agent.team().queues().contains(incident.queue()) && incident.goesOnAt(now))
                    .filter(incident -> chance.happens(incident.missing()))
                    .forEach(incident -> leave(agent, DROPPED_OUT, incident.to().toEpochMilli()));
            operation.routing().change(agent, () -> agent.signIn(now));
        }

        private void signOff() {
            if (!shift.roundTheClock()) {
                operation.routing().change(agent, agent::signOff);
            }
        }
    }
}
