package io.ringside.adapters.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pages over real sockets, one of which does not read. */
final class StalledPageTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int OFTEN = 12;

    /** A frame of these is most of what the sockets' buffers hold. */
    private final SampleCenter center = new SampleCenter().shows(SampleCenter.day(2000, Instant.now()));

    @Test
    void aPageThatDoesNotReadHoldsUpNobodyAndGetsTheLatestBoardOnceItReads() throws IOException {
        try (WebServer server = server(Duration.ofSeconds(30));
                Page stalled = new Page(server.port());
                Page reading = new Page(server.port())) {
            for (int frames = 0; frames < OFTEN; frames++) {
                assertThat(reading.frame()).contains("\"full\":true");
            }
            assertThat(server.listeners()).isEqualTo(2);

            Instant resumed = Instant.now();
            int old = 0;
            while (now(stalled.frame()).isBefore(resumed)) {
                old++;
            }
            assertThat(old)
                    .as("events kept for the page that stalled: no more than sockets hold, and one on its way")
                    .isBetween(1, OFTEN / 2);
        }
    }

    @Test
    void aPageOnWhichNothingMovesIsDropped() throws IOException {
        try (WebServer server = server(Duration.ofSeconds(1));
                Page stalled = new Page(server.port());
                Page reading = new Page(server.port())) {
            assertThat(stalled.connected()).isTrue();
            await().atMost(SOON).until(() -> reading.frame().contains("\"full\":true") && server.listeners() == 1);
            assertThat(reading.frame()).contains("\"state\":\"LIVE\"");
        }
    }

    @Test
    void aPageThatGoesIsForgotten() throws IOException {
        try (WebServer server = server(Duration.ofSeconds(30))) {
            try (Page page = new Page(server.port())) {
                assertThat(page.frame()).contains("\"full\":true");
                assertThat(server.listeners()).isEqualTo(1);
            }
            await().atMost(SOON).until(() -> server.listeners() == 0);
        }
    }

    private WebServer server(Duration idle) {
        return new WebServer("127.0.0.1", 0, center, Samples.METRICS, Samples.HEALTHY, Clock.systemUTC(), idle).start();
    }

    private static Instant now(String frame) {
        String before = "{\"now\":\"";
        int start = frame.indexOf(before) + before.length();
        return Instant.parse(frame.substring(start, frame.indexOf('"', start)));
    }

    /** A page with small buffers that reads when told to. */
    private static final class Page implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader in;

        Page(int port) throws IOException {
            socket.setReceiveBufferSize(8192);
            socket.setSoTimeout(30_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "GET /events?window=30m HTTP/1.0\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The next event's data; reads on until there is one. */
        String frame() throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("data: ")) {
                    return line;
                }
            }
            throw new IOException("the server ended the stream");
        }

        boolean connected() {
            return socket.isConnected();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
