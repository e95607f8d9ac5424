package io.ringside.adapters.web;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.javalin.http.Context;
import io.javalin.http.Header;
import jakarta.servlet.ServletOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /events}: tells every page that listens what changed, four times a second at most and once a second at least. */
final class EventStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final long TICK_MILLIS = 250;
    private static final int MOST = 500;
    private static final String DEFAULT_WINDOW = "30m";

    private final Supplier<Board> boards;
    private final Clock clock;
    private final String build;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(tick -> {
        Thread thread = new Thread(tick, "wallboard-events");
        thread.setDaemon(true);
        return thread;
    });

    private ScheduledFuture<?> ticking;

    EventStreams(Supplier<Board> boards, Clock clock, String build) {
        this.boards = boards;
        this.clock = clock;
        this.build = build;
    }

    void start() {
        ticking = ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins a stream; the connection stays open until the page goes. */
    void open(Context ctx) throws IOException {
        if (streams.size() >= MOST) {
            ctx.status(503).header(Header.RETRY_AFTER, "10").result("Too many pages are open.\n");
            return;
        }
        String window = ctx.queryParam("window") == null ? DEFAULT_WINDOW : ctx.queryParam("window");
        ctx.contentType("text/event-stream;charset=utf-8")
                .header(Header.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
        ServletOutputStream out = ctx.res().getOutputStream();
        ctx.future(() -> {
            ctx.req().getAsyncContext().setTimeout(0);
            EventStream stream = new EventStream(out, window);
            streams.add(stream);
            out.setWriteListener(stream);
            return stream.ended().whenComplete((nothing, error) -> streams.remove(stream));
        });
    }

    /** How many pages listen. */
    int size() {
        return streams.size();
    }

    /** Offers the newest board to every page. A defect is logged and does not end the ticking. */
    void tick() {
        try {
            Frames frames = new Frames(boards.get(), clock.instant(), build);
            streams.forEach(stream -> stream.offer(frames));
        } catch (RuntimeException e) {
            LOG.error("A board could not be sent", e);
        }
    }

    @Override
    public void close() {
        if (ticking != null) {
            ticking.cancel(false);
        }
        ticker.shutdownNow();
        streams.forEach(EventStream::close);
    }
}
