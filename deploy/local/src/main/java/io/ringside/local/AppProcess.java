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
import java.util.Optional;

import io.ringside.Main;

/** The app as it is deployed: a process of its own, on a port that it keeps, with a log of its own. */
public final class AppProcess implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final int port;
    private Optional<ChildJvm> running = Optional.empty();

    private AppProcess(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts it; it may not answer yet when this returns.
     *
     * @param folder where its configuration and its log are kept
     * @param configuration what stands in its file, without {@code web}
     */
    public static AppProcess start(Path folder, String configuration) {
        int port = FreePort.any();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ringside.yaml"), configuration + "\nweb: {port: " + port + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AppProcess app = new AppProcess(folder, port);
        app.start();
        return app;
    }

    /** Starts it again after {@link #kill()} or {@link #close()}; does nothing while it runs. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        ChildJvm.Program program = new ChildJvm.Program(
                Main.class.getName(),
                ChildJvm.ownClasspath(),
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.ringside.schemas",
                        "-Dlogback.configurationFile=logback-local.xml"),
                List.of(folder.resolve("ringside.yaml").toString()),
                folder);
        running = Optional.of(ChildJvm.start(program, folder.resolve("app.log")));
    }

    public synchronized boolean isAlive() {
        return running.filter(ChildJvm::isAlive).isPresent();
    }

    /** The process id, once it was started. */
    public synchronized long pid() {
        return running.orElseThrow().pid();
    }

    /** Whether it says that it serves. */
    public boolean isReady() {
        return status("ready") == 200;
    }

    /** The status of {@code /health/…}; 0 when nobody answers. */
    public int status(String question) {
        return get("/health/" + question).map(HttpResponse::statusCode).orElse(0);
    }

    /** What it answers under a path; empty when nobody does. */
    public Optional<HttpResponse<String>> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException nobodyThere) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** All lines that it logged. */
    public List<String> log() {
        try {
            return Files.readAllLines(folder.resolve("app.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended, however long it runs. */
    public void awaitEnd() {
        ChildJvm jvm;
        synchronized (this) {
            jvm = running.orElseThrow();
        }
        jvm.awaitEnd();
    }

    /** Ends it as {@code kill -9} does. */
    public synchronized void kill() {
        running.ifPresent(ChildJvm::kill);
    }

    /** Asks it to end, and kills it when it has not within some seconds. */
    @Override
    public synchronized void close() {
        running.ifPresent(ChildJvm::close);
    }
}
