package io.ringside.adapters.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/**
 * One page that listens. At most one event is on its way to it: while it does not read, nothing is kept for it, and once
 * it reads again it gets what changed since the last event it took. No call waits for it; the server ends a connection
 * on which nothing has moved for its idle timeout.
 */
final class EventStream implements WriteListener {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(1);

    private final ServletOutputStream out;
    private final String window;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private boolean ready;
    private boolean unflushed;
    private Board sent;
    private Instant sentAt = Instant.EPOCH;

    EventStream(ServletOutputStream out, String window) {
        this.out = out;
        this.window = window;
    }

    /** Completes when the page has gone, or the stream was closed. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** Sends what the page has not got, if it can take it now. */
    synchronized void offer(Frames frames) {
        boolean nothingNew = frames.board() == sent && frames.now().isBefore(sentAt.plus(SIGN_OF_LIFE));
        if (!ready || ended.isDone() || nothingNew) {
            return;
        }
        Board.Mark since = sent == null ? Board.Mark.NONE : sent.mark();
        attempt(() -> {
            out.write(frames.frame(window, since));
            unflushed = true;
            sent = frames.board();
            sentAt = frames.now();
            flush();
        });
    }

    @Override
    public synchronized void onWritePossible() {
        attempt(this::flush);
    }

    @Override
    public void onError(Throwable cause) {
        close();
    }

    void close() {
        ended.complete(null);
    }

    /** Hands on what was written as far as that does not wait, and notes whether more can be written. */
    private void flush() throws IOException {
        ready = out.isReady();
        if (ready && unflushed) {
            unflushed = false;
            out.flush();
            ready = out.isReady();
        }
    }

    private void attempt(Writing writing) {
        try {
            writing.write();
        } catch (IOException gone) {
            ready = false;
            close();
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
