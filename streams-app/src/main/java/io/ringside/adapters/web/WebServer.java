package io.ringside.adapters.web;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** Serves the wallboard, the scorecards, the metrics and the health of this instance over HTTP. */
public final class WebServer implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final WallboardFiles files = new WallboardFiles();
    private final Supplier<Board> boards;
    private final MetricsSource metrics;
    private final Health health;
    private final EventStreams events;
    private final Javalin javalin;
    private final String host;
    private final int port;

    WebServer(
            String host,
            int port,
            Supplier<Board> boards,
            MetricsSource metrics,
            Health health,
            Clock clock,
            Duration idle) {
        this.host = host;
        this.port = port;
        this.boards = boards;
        this.metrics = metrics;
        this.health = health;
        this.events = new EventStreams(boards, clock, files.build());
        this.javalin = Javalin.create(config -> configure(config, idle));
    }

    /**
     * Starts to serve.
     *
     * @param host the address to listen on, for example {@code 127.0.0.1}
     * @param port 0 for any free one
     * @param boards the newest board, never waiting for it: {@link ScorecardFeed#board}
     * @throws AddressTakenException if the address cannot be had
     */
    public static WebServer start(String host, int port, Supplier<Board> boards, MetricsSource metrics, Health health) {
        return new WebServer(host, port, boards, metrics, health, Clock.systemUTC(), IDLE).start();
    }

    WebServer start() {
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new AddressTakenException(host, port, e);
        }
        events.start();
        return this;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** How many pages listen. */
    int listeners() {
        return events.size();
    }

    /** Ends all connections and frees the port. */
    @Override
    public void close() {
        events.close();
        javalin.stop();
    }

    private void configure(JavalinConfig config, Duration idle) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.GZIP;
        config.http.prefer405over404 = true;
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(host);
            connector.setPort(port);
            connector.setIdleTimeout(idle.toMillis());
            return connector;
        });
        route(config.routes);
    }

    private void route(RoutesConfig routes) {
        routes.before(SecurityHeaders::add);
        files.route(routes);
        byte[] catalogue = CatalogueJson.text();
        at(routes, "/api/kpis", ctx -> ctx.contentType("application/json").result(catalogue));
        at(routes, "/api/scorecards", new ScorecardsApi(boards)::answer);
        at(routes, "/metrics", this::expose);
        at(routes, "/health/live", ctx -> HealthApi.answer(ctx, health.live()));
        at(routes, "/health/ready", ctx -> HealthApi.answer(ctx, health.ready()));
        routes.get("/events", events::open).head("/events", ctx -> ctx.contentType("text/event-stream"));
        routes.exception(HttpResponseException.class, (e, ctx) -> refuse(ctx, e));
    }

    /** HEAD runs the handler as well: its status must be the one that GET would have. */
    private static void at(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler).head(path, handler);
    }

    private void expose(Context ctx) {
        String accept = ctx.header(Header.ACCEPT);
        MetricsSource.Exposition exposition = metrics.expose(accept == null ? "" : accept);
        ctx.contentType(exposition.contentType())
                .header(Header.CACHE_CONTROL, "no-store")
                .result(exposition.body());
    }

    private static void refuse(Context ctx, HttpResponseException e) {
        String text =
                switch (e.getStatus()) {
                    case 404 -> "There is nothing here.";
                    case 405 -> "Only GET and HEAD.";
                    default -> e.getMessage();
                };
        ctx.status(e.getStatus()).contentType("text/plain;charset=utf-8").result(text + "\n");
    }
}
