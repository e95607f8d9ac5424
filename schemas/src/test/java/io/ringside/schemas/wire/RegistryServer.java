package io.ringside.schemas.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import org.apache.avro.Schema;

/** A registry that speaks Confluent's REST API over real HTTP, on a free port of the loopback address. */
final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SCHEMA = Pattern.compile("/schemas/ids/(\\d+)");
    private static final Pattern VERSIONS = Pattern.compile("/subjects/([^/]+)/versions");
    private static final Pattern SUBJECT = Pattern.compile("/subjects/([^/]+)");

    private final SchemaRegistry schemas = SchemaRegistry.inMemory();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Queue<Reply> planned = new ArrayDeque<>();
    private final HttpServer server;
    private final String scheme;
    private Optional<String> authorization = Optional.empty();

    private RegistryServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::handle);
        server.start();
    }

    record Reply(int status, String body) {}

    static RegistryServer start() {
        try {
            return new RegistryServer(HttpServer.create(freePort(), 0), "http");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static RegistryServer startWithTls(SSLContext context, boolean clientsMustShowACertificate) throws IOException {
        HttpsServer server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters connection) {
                SSLParameters parameters = context.getDefaultSSLParameters();
                parameters.setNeedClientAuth(clientsMustShowACertificate);
                connection.setSSLParameters(parameters);
            }
        });
        return new RegistryServer(server, "https");
    }

    private static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    /** What was asked so far, for example {@code GET /schemas/ids/1}. */
    List<String> requests() {
        return requests;
    }

    /** The next answer, whatever the request. */
    RegistryServer answerNext(int status, String body) {
        planned.add(new Reply(status, body));
        return this;
    }

    RegistryServer requireAuthorization(String value) {
        authorization = Optional.of(value);
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + path);
        Reply reply = Optional.ofNullable(planned.poll())
                .orElseGet(() -> authorized(exchange)
                        ? answer(exchange.getRequestMethod(), path, body)
                        : error(401, 40101, "Unauthorized"));
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private boolean authorized(HttpExchange exchange) {
        return authorization
                .map(value -> value.equals(exchange.getRequestHeaders().getFirst("Authorization")))
                .orElse(true);
    }

    private Reply answer(String method, String path, String body) {
        try {
            Matcher schema = SCHEMA.matcher(path);
            Matcher versions = VERSIONS.matcher(path);
            Matcher subject = SUBJECT.matcher(path);
            if (method.equals("GET") && schema.matches()) {
                return schema(Integer.parseInt(schema.group(1)));
            }
            if (method.equals("POST") && versions.matches()) {
                return json(Map.of("id", schemas.register(decoded(versions), posted(body))));
            }
            if (method.equals("POST") && subject.matches()) {
                return json(Map.of("id", schemas.lookUp(decoded(subject), posted(body)), "version", 1));
            }
            if (method.equals("PUT") && path.equals("/config")) {
                return config(JSON.readTree(body));
            }
            return new Reply(404, "<html>Not Found</html>");
        } catch (RegistryRefusedException e) {
            return error(e.status(), e.status() == 404 ? 40403 : e.status(), e.getMessage());
        } catch (IOException e) {
            return error(422, 42201, e.getMessage());
        }
    }

    private Reply schema(int id) {
        return schemas.schema(id)
                .map(found -> json(Map.of("schema", found.toString())))
                .orElseGet(() -> error(404, 40403, "Schema " + id + " not found"));
    }

    private Reply config(JsonNode body) {
        schemas.setGlobalCompatibility(
                Compatibility.valueOf(body.get("compatibility").asText()));
        return new Reply(200, body.toString());
    }

    private static Schema posted(String body) throws IOException {
        return new Schema.Parser().parse(JSON.readTree(body).get("schema").asText());
    }

    private static String decoded(Matcher matcher) {
        return URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8);
    }

    private static Reply json(Map<String, ?> fields) {
        return new Reply(200, JSON.valueToTree(fields).toString());
    }

    private static Reply error(int status, int code, String message) {
        return new Reply(
                status,
                JSON.valueToTree(Map.of("error_code", code, "message", message)).toString());
    }
}
