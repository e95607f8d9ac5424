package io.ringside.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** A page that listens to a wallboard's events and remembers the last. */
final class Listener implements AutoCloseable {
    private final HttpResponse<Stream<String>> response;
    private final Thread thread;
    private volatile String last = "";

    private Listener(HttpResponse<Stream<String>> response) {
        this.response = response;
        this.thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    static Listener to(int port, String window) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/events?window=" + window);
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        return new Listener(HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()));
    }

    /** Waits for an event with such data. */
    String await(Predicate<String> wanted) {
        return Awaitility.await("an event").atMost(Duration.ofSeconds(60)).until(() -> last, wanted);
    }

    private void read() {
        response.body().filter(line -> line.startsWith("data: ")).forEach(line -> last = line);
    }

    @Override
    public void close() {
        response.body().close();
    }
}
