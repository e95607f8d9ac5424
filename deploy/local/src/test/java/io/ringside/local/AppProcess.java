package io.ringside.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ringside.Main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The app as it is deployed: a process of its own, with the log that a person reads. */
final class AppProcess implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Pattern LINE = Pattern.compile("\\d\\d:\\d\\d:\\d\\d (INFO|WARN|ERROR) .*");
    private static final int MOST_LINES = 20;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ChildJvm jvm;
    private final Path log;
    private final int port;

    private AppProcess(ChildJvm jvm, Path log, int port) {
        this.jvm = jvm;
        this.log = log;
        this.port = port;
    }

    /**
     * Returns when it says that it is alive.
     *
     * @param configuration what stands in its file, without {@code web}
     */
    static AppProcess start(Path folder, String configuration) {
        int port = FreePort.any();
        Path file = folder.resolve("ringside.yaml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, configuration + "\nweb: {port: " + port + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChildJvm.Program program = new ChildJvm.Program(
                Main.class.getName(),
                List.of(Path.of(System.getProperty("java.class.path"))),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.ringside.schemas",
                        "-Dlogback.configurationFile=logback-local.xml"),
                List.of(file.toString()),
                folder);
        Path log = folder.resolve("app.log");
        AppProcess app = new AppProcess(ChildJvm.start(program, log), log, port);
        await("alive").atMost(BOUND).pollInterval(POLL).until(() -> app.status("live") == 200);
        return app;
    }

    void awaitReady() {
        await("ready").atMost(BOUND).pollInterval(POLL).until(() -> status("ready") == 200);
    }

    /** Waits until it says that it is not ready, and returns why. It must be alive all the while. */
    String awaitUnready(Predicate<String> reason) {
        return await("not ready").atMost(BOUND).pollInterval(POLL).until(this::unready, reason);
    }

    private String unready() {
        assertThat(status("live")).as("alive").isEqualTo(200);
        HttpResponse<String> answer = get("/health/ready");
        return answer.statusCode() == 503 ? answer.body() : "";
    }

    /** The status of {@code /health/…}; 0 when nobody answers. */
    int status(String question) {
        try {
            return get("/health/" + question).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private HttpResponse<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

    /** All lines that it logged. */
    List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        jvm.awaitEnd();
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(jvm.pid()))
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
        jvm.close();
    }
}
