package io.ringside.local.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ringside.config.Configuration;
import io.ringside.config.ConfigurationException;
import io.ringside.producers.replay.ContactLog;
import io.ringside.producers.replay.InvalidMapping;
import io.ringside.producers.replay.Mapping;

/** The files of a scoring, read and checked together before anything starts. */
final class Inputs implements AutoCloseable {
    private static final Map<String, String> REPLAY = Map.of(
            "time.clock", "replay",
            "time.retention", "36500d",
            "windows.rolling", "false",
            "windows.total", "true",
            "alerts.serviceLevel.enabled", "false",
            "alerts.longestWait.enabled", "false");

    private final ScoreRequest request;
    private final List<String> problems = new ArrayList<>();
    private Optional<ContactLog> log = Optional.empty();

    private Inputs(ScoreRequest request) {
        this.request = request;
    }

    /**
     * Reads mapping, configuration and the log's header.
     *
     * @throws UnusableInputs if anything is wrong with them, with all that is
     */
    static Inputs open(ScoreRequest request) throws IOException {
        Inputs inputs = new Inputs(request);
        inputs.openLog();
        inputs.check("the configuration", inputs::configuration);
        if (!inputs.problems.isEmpty()) {
            inputs.close();
            throw new UnusableInputs(inputs.problems);
        }
        return inputs;
    }

    ContactLog log() {
        return log.orElseThrow();
    }

    /**
     * The app's configuration for a replay: as the user wants it, but that time is the events', nothing is followed live, and one window
     * is over everything.
     */
    Configuration configuration() {
        Map<String, String> overrides = new HashMap<>(REPLAY);
        request.by().interval().ifPresent(length -> overrides.put("windows.interval", length.toString()));
        // The environment plays no part: the same files give the same scores, whoever asks.
        return request.config().isPresent()
                ? Configuration.load(request.config().get(), Map.of(), overrides)
                : Configuration.load(Map.of(), overrides);
    }

    private void openLog() {
        check(request.mapping().toString(), () -> {
            Mapping mapping = Mapping.read(request.mapping());
            check(request.file().toString(), () -> log = Optional.of(ContactLog.open(request.file(), mapping)));
        });
        if (!Files.isReadable(request.file()) && problems.stream().noneMatch(p -> p.startsWith(request.file() + ":"))) {
            problems.add(request.file() + ": cannot be read");
        }
    }

    private void check(String what, Reading reading) {
        try {
            reading.read();
        } catch (InvalidMapping invalid) {
            invalid.problems().forEach(problem -> problems.add(request.mapping() + ": " + problem));
        } catch (ConfigurationException invalid) {
            problems.addAll(invalid.problems());
        } catch (NoSuchFileException missing) {
            problems.add(what + ": no such file");
        } catch (IOException unreadable) {
            problems.add(what + ": " + unreadable.getMessage());
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException, InvalidMapping;
    }

    @Override
    public void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
        }
    }
}
