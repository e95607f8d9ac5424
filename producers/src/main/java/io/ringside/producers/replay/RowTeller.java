package io.ringside.producers.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ringside.producers.Emitted;

/** Tells what the rows of a log say, as events. */
final class RowTeller {
    private final Mapping mapping;
    private final WallClock clock;

    RowTeller(Mapping mapping, WallClock clock) {
        this.mapping = mapping;
        this.clock = clock;
    }

    /** Why this row is left out; empty if it is not. */
    Optional<String> ignoredBecause(Row row) throws UnreadableRow {
        for (IgnoredRows rows : mapping.ignored) {
            if (rows.when().holds(row)) {
                return Optional.of(rows.because());
            }
        }
        Optional<VisitMapping> visit = applying(mapping.visit, row);
        boolean ignored = visit.isPresent() && visit.get().outcome().require(row) == Outcome.IGNORED;
        return ignored ? Optional.of(visit.get().outcome().path() + ": ignored") : Optional.empty();
    }

    Identity identity(Row row) throws UnreadableRow {
        Optional<VisitMapping> visit = mapping.visit;
        return new Identity(
                mapping.source,
                mapping.contact.require(row),
                visit.isPresent() ? visit.get().visit().read(row).orElse("") : "",
                visit.isPresent() ? visit.get().leg().read(row).orElse("") : "",
                mapping.survey.isPresent() ? mapping.survey.get().id().read(row).orElse("") : "");
    }

    /** All events of a row; none if no part of the mapping applies to it. */
    List<Emitted> events(Row row, Identity identity) throws UnreadableRow {
        List<Emitted> events = new ArrayList<>();
        Optional<VisitMapping> visit = applying(mapping.visit, row);
        if (visit.isPresent()) {
            VisitEvents words = VisitEvents.of(visit.get(), row, identity);
            VisitSteps.of(visit.get(), row, clock).forEach(step -> events.add(words.event(step)));
        }
        if (mapping.ticket.isPresent() && mapping.ticket.get().when().holds(row)) {
            events.addAll(TicketEvents.of(mapping.ticket.get(), row, identity, clock));
        }
        if (mapping.survey.isPresent() && mapping.survey.get().when().holds(row)) {
            Optional<Instant> end = events.stream().map(Emitted::occurredAt).max(Instant::compareTo);
            events.addAll(SurveyEvents.of(mapping.survey.get(), row, identity, end, clock));
        }
        return events;
    }

    private static Optional<VisitMapping> applying(Optional<VisitMapping> visit, Row row) throws UnreadableRow {
        return visit.isPresent() && visit.get().when().holds(row) ? visit : Optional.empty();
    }
}
