package io.ringside.core.contacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import io.ringside.core.events.Event;
import io.ringside.core.events.Reason;
import io.ringside.core.events.Refusal;

/**
 * What the events of a contact tell when they are read in the order in which they happened. It depends on which events
 * there are, never on the order in which they came.
 */
final class Story {
    final Map<String, Visit> visits = new LinkedHashMap<>(2);
    Optional<Ticket> ticket = Optional.empty();
    final Map<String, Survey> surveys = new LinkedHashMap<>(2);
    final List<Event.RingNotAnswered> ringsNotAnswered = new ArrayList<>();
    OptionalLong escalatedAt = OptionalLong.empty();
    OptionalLong complainedAt = OptionalLong.empty();
    OptionalLong firstResponseAt = OptionalLong.empty();
    final List<Oddity> oddities = new ArrayList<>();

    /** Events that wait for a start that is not known yet. */
    final List<Event> loose = new ArrayList<>();

    /** Waits that no source ended, in lines of which snapshots are read. */
    final List<Wait> waits = new ArrayList<>(0);

    /** Whether it was closed for want of a sign of life. */
    boolean forced;

    /** When silence changes it next: something is open, or loose; epoch milliseconds. */
    OptionalLong closesAt = OptionalLong.empty();

    void odd(Event event, Reason reason, String detail) {
        oddities.add(new Oddity(event, new Refusal(reason, detail)));
    }

    /** The survey of an id, as far as it is known. */
    Survey survey(String id) {
        return surveys.computeIfAbsent(id, unknown -> new Survey());
    }

    /** The first visit that was enqueued, if any was. */
    Optional<Visit> firstVisit() {
        return visits.isEmpty()
                ? Optional.empty()
                : Optional.of(visits.values().iterator().next());
    }

    /** The last visit enqueued at or before a moment, or the first one. */
    Optional<Visit> visitAt(long at) {
        Visit last = null;
        for (Visit visit : visits.values()) {
            if (last == null || visit.enqueuedAt <= at) {
                last = visit;
            }
        }
        return Optional.ofNullable(last);
    }

    /** The last leg connected at or before a moment, if any was. */
    Optional<Leg> legAt(long at) {
        Leg last = null;
        for (Visit visit : visits.values()) {
            for (Leg leg : visit.legs.values()) {
                if (leg.connectedAt <= at && (last == null || leg.connectedAt >= last.connectedAt)) {
                    last = leg;
                }
            }
        }
        return Optional.ofNullable(last);
    }

    /** Whether nothing more is to come of it by itself. */
    boolean isOver() {
        return closesAt.isEmpty();
    }

    /** Whether the contact came, and nothing of it is open. */
    boolean isComplete() {
        return hasCome() && ticket.map(Ticket::isClosed).orElse(true) && areComplete(visits.values());
    }

    private boolean hasCome() {
        return !visits.isEmpty()
                || ticket.isPresent()
                || surveys.values().stream().anyMatch(survey -> survey.credit.isPresent());
    }

    private static boolean areComplete(Iterable<Visit> visits) {
        for (Visit visit : visits) {
            if (!visit.isComplete()) {
                return false;
            }
        }
        return true;
    }
}
