package io.ringside.local.score;

import java.io.IOException;
import java.time.Instant;

import io.ringside.producers.Emitted;
import io.ringside.producers.Publisher;
import io.ringside.producers.replay.ContactLog;
import io.ringside.producers.replay.ReadReport;
import io.ringside.schemas.events.Heartbeat;

/** Plays a log into its topics, as fast as it goes. */
final class Playback {
    private static final String SOURCE = "score";

    private final Publisher publisher;
    private Instant latest = Instant.MIN;

    Playback(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Plays all events of a log; returns when they are delivered. */
    ReadReport play(ContactLog log, Progress progress) throws IOException {
        ReadReport report = log.read(event -> {
            publish(event);
            progress.at(log.fractionRead());
        });
        publisher.flush();
        return report;
    }

    private void publish(Emitted event) {
        publisher.accept(event);
        if (event.occurredAt().isAfter(latest)) {
            latest = event.occurredAt();
        }
    }

    /**
     * Says on every partition that nothing follows.
     *
     * @return the first moment after everything that happened
     */
    Instant end() {
        Instant end = latest.plusMillis(1);
        publisher.tell(new Heartbeat(end, SOURCE, true, null));
        publisher.flush();
        return end;
    }
}
