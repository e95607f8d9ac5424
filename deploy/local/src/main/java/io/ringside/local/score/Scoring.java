package io.ringside.local.score;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.function.Predicate;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import io.ringside.local.EmbeddedBroker;
import io.ringside.local.Parts;
import io.ringside.local.StateFolder;
import io.ringside.producers.Publisher;
import io.ringside.producers.replay.ReadReport;
import io.ringside.schemas.scorecards.Scorecard;

/** Scores one log: a broker, a registry and the app in this JVM, the log played through them, the scorecards read back. */
final class Scoring implements AutoCloseable {
    private final Pipeline.Starter app;
    private final PrintWriter err;
    private final Progress progress;
    private final Parts parts = new Parts();

    Scoring(Pipeline.Starter app, PrintWriter err, Progress progress) {
        this.app = app;
        this.err = err;
        this.progress = progress;
    }

    /**
     * Returns the scorecards, when all of the log is in them.
     *
     * @param wanted which of them to keep
     * @throws ScoringFailed if there is nothing to score, or the app fails
     * @throws IOException if the log cannot be read to its end
     */
    FinalScorecards score(ScoreRequest request, Inputs inputs, Predicate<Scorecard> wanted)
            throws IOException, InterruptedException {
        progress.begin("Starting");
        StateFolder state = parts.start("the temporary folder", StateFolder::create);
        EmbeddedBroker broker = parts.start("the broker", () -> EmbeddedBroker.start(state.resolve("broker")));
        ScoringSite site = ScoringSite.of(broker, state);
        Pipeline pipeline = parts.start("the app", () -> app.start(site.configure(inputs.configuration())));
        progress.done("broker and app");
        try (Publisher publisher = site.publisher()) {
            Playback playback = new Playback(publisher);
            ReadReport report = read(request, inputs, playback);
            return score(report.events(), playback, site, pipeline, new FinalScorecards(wanted));
        }
    }

    private ReadReport read(ScoreRequest request, Inputs inputs, Playback playback) throws IOException {
        progress.begin("Reading " + request.file().getFileName());
        ReadReport report = playback.play(inputs.log(), progress);
        progress.done(RowsReport.rows(report.rows()) + ", " + RowsReport.counted(report.events(), "event"));
        RowsReport.print(report, err);
        if (report.taken() == 0) {
            throw new ScoringFailed("nothing to score: no row of " + request.file() + " became an event");
        }
        return report;
    }

    /**
     * The end is said only when the app has committed all events: it reads several topics, and which of them comes first is not for us to
     * say.
     */
    private FinalScorecards score(
            long events, Playback playback, ScoringSite site, Pipeline pipeline, FinalScorecards scorecards)
            throws InterruptedException {
        progress.begin("Scoring");
        Standstill standstill = new Standstill(pipeline);
        try (Admin admin = site.admin();
                KafkaConsumer<String, SpecificRecord> consumer = site.consumer()) {
            new Backlog(admin, site.kafka().applicationId(), site.prefix())
                    .awaitCommitted(events, standstill, progress);
            Instant end = playback.end();
            new History(consumer, site.prefix()).readUntil(end, scorecards, standstill);
        }
        progress.done(RowsReport.counted(scorecards.size(), "scorecard"));
        scorecards
                .refused()
                .forEach((reason, refused) ->
                        err.println(RowsReport.counted(refused, "event") + " refused by the app: " + reason));
        return scorecards;
    }

    /** Ends all that was started and removes all that was written. */
    @Override
    public void close() {
        progress.abandon();
        parts.close();
    }
}
