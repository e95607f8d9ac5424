package io.ringside.local;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An app in a process of its own, and what a person sees of it: what it answers, and what it logs. */
final class WatchedApp implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Pattern LINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d (INFO|WARN|ERROR) .*");
    private static final int MOST_LINES = 20;

    private final AppProcess app;

    private WatchedApp(AppProcess app) {
        this.app = app;
    }

    /**
     * Returns when it says that it is alive.
     *
     * @param configuration what stands in its file, without {@code web}
     */
    static WatchedApp start(Path folder, String configuration) {
        WatchedApp watched = new WatchedApp(AppProcess.start(folder, configuration));
        watched.awaitAlive();
        return watched;
    }

    private void awaitAlive() {
        await("alive").atMost(BOUND).pollInterval(POLL).until(() -> app.status("live") == 200);
    }

    /** Kills it and starts it again; returns when it is alive. */
    void killAndRestart() {
        app.kill();
        app.start();
        awaitAlive();
    }

    void awaitReady() {
        await("ready").atMost(BOUND).pollInterval(POLL).until(app::isReady);
    }

    /** Waits until it says that it is not ready, and returns why. It must be alive all the while. */
    String awaitUnready(Predicate<String> reason) {
        return await("not ready").atMost(BOUND).pollInterval(POLL).until(this::unready, reason);
    }

    private String unready() {
        assertThat(app.status("live")).as("alive").isEqualTo(200);
        HttpResponse<String> answer = get("/health/ready");
        return answer.statusCode() == 503 ? answer.body() : "";
    }

    private HttpResponse<String> get(String path) {
        return app.get(path).orElseThrow(() -> new AssertionError("nobody answers " + path));
    }

    /** The series of its metrics whose names begin with these words, each with all its labels. */
    Set<String> series(String... names) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> Stream.of(names).anyMatch(line::startsWith))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toSet());
    }

    /** The samples of its metrics whose names begin with these words, each with its value. */
    Set<String> samples(String... names) {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> Stream.of(names).anyMatch(line::startsWith))
                .collect(Collectors.toSet());
    }

    /** All lines that it logged. */
    List<String> log() {
        return app.log();
    }

    /** Waits for a line of the log. */
    String awaitLine(Predicate<String> wanted) {
        await("a line of the log").atMost(BOUND).pollInterval(POLL).until(() -> log().stream()
                .anyMatch(wanted));
        return log().stream().filter(wanted).findFirst().orElseThrow();
    }

    /** Stops it in the middle of what it does, as a paused machine or a swapping one would, until {@link #resume()}. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Asks it to end, as an upgrade does, and returns when it has. */
    void stop() throws IOException, InterruptedException {
        signal("TERM");
        app.awaitEnd();
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(app.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** A person who is called at night reads lines, not stacks; and few of them. */
    void mustHaveSaidLittle(int from) {
        List<String> said = log().subList(from, log().size());
        assertThat(said).hasSizeLessThan(MOST_LINES).allMatch(line -> LINE.matcher(line)
                .matches());
    }

    @Override
    public void close() {
        app.close();
    }
}
