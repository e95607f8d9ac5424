package io.ringside.core.contacts;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.ringside.core.events.Event;
import io.ringside.core.events.Event.FlowOutReason;
import io.ringside.core.events.Reason;

/**
 * Closes what no source ends. A visit that waits flows out with the first snapshot that misses it a grace after it was
 * last heard of: after the last of its own events, or the last snapshot that lists it. What is open of a contact that is
 * not heard of for too long is closed altogether, and what is loose is called odd.
 */
final class Ghosts {
    private final Story story;
    private final ContactLimits limits;
    private final Sightings sightings;
    private final Snapshots snapshots;

    Ghosts(Story story, ContactLimits limits, Sightings sightings, Snapshots snapshots) {
        this.story = story;
        this.limits = limits;
        this.sightings = sightings;
        this.snapshots = snapshots;
    }

    /**
     * Closes what is to be closed of a story that is read.
     *
     * @param events all of the contact, at least one
     * @param now how far time has come, epoch milliseconds
     */
    void close(List<Event> events, long now) {
        long silence = silence().toMillis();
        long silentAt = lastSign(events) + silence;
        for (Visit visit : story.visits.values()) {
            if (visit.isWaiting() && visit.line().isPresent()) {
                closeWhatIsMissed(visit, visit.line().get(), events, silentAt);
            }
        }
        if (!story.isComplete() && now >= silentAt) {
            force(silentAt);
        } else if (!story.isComplete()) {
            story.closesAt = OptionalLong.of(silentAt);
        }
        for (Event event : story.loose) {
            long closes = event.at() + silence;
            if (now >= closes) {
                story.odd(event, Reason.END_WITHOUT_START, "what it ends or belongs to never began");
            } else {
                story.closesAt = OptionalLong.of(Math.min(closes, story.closesAt.orElse(closes)));
            }
        }
    }

    /** When the contact was last heard of; an event that does not fit is a sign of life only where there is no other. */
    private long lastSign(List<Event> events) {
        long last = lastEvent(events);
        for (Visit visit : story.visits.values()) {
            if (visit.isWaiting() && visit.line().isPresent()) {
                last = Math.max(last, sightings.lastListed(visit.line().get(), visit.id));
            }
        }
        return last;
    }

    private long lastEvent(List<Event> events) {
        long last = events.get(events.size() - 1).at();
        if (story.loose.isEmpty() && story.oddities.isEmpty()) {
            return last;
        }
        Set<Event> strange = new HashSet<>(story.loose);
        story.oddities.forEach(oddity -> strange.add(oddity.event()));
        return events.stream()
                .filter(event -> !strange.contains(event))
                .mapToLong(Event::at)
                .max()
                .orElse(last);
    }

    private void closeWhatIsMissed(Visit visit, Line line, List<Event> events, long silentAt) {
        long heardOf = sightings.lastListed(line, visit.id);
        for (Event event : events) {
            if (event instanceof Event.OfVisit ofVisit && ofVisit.visit().equals(visit.id)) {
                heardOf = Math.max(heardOf, event.at());
            }
        }
        long from = heardOf + limits.missedAfter().toMillis();
        OptionalLong missed = sightings.firstMissed(line, visit.id, from, snapshots);
        if (missed.isPresent() && missed.getAsLong() <= silentAt) {
            flowOut(visit, FlowOutReason.SNAPSHOT, missed.getAsLong());
            story.waits.add(new Wait(line, from, missed.getAsLong() - 1));
        } else {
            story.waits.add(new Wait(line, from, silentAt));
        }
    }

    /** Closes what is open: what waits flows out. */
    private void force(long at) {
        story.forced = true;
        for (Visit visit : story.visits.values()) {
            if (visit.isWaiting()) {
                flowOut(visit, FlowOutReason.SILENCE, at);
            } else if (!visit.isComplete()) {
                visit.forced = true;
            }
        }
    }

    private static void flowOut(Visit visit, FlowOutReason reason, long at) {
        visit.forced = true;
        visit.flowOutReason = Optional.of(reason);
        visit.leave(Visit.State.FLOWED_OUT, at);
    }

    private Duration silence() {
        return story.ticket.isPresent() ? limits.closeTicketsAfter() : limits.closeAfter();
    }
}
