package io.ringside.schemas.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings requests to whichever of a registry's addresses answers. No answer, HTTP 5xx and 429 lead to the next address,
 * and when all have been tried, to a wait and a retry, as often as configured. Any other answer is the answer.
 */
final class RegistryTransport {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;

    private final List<RegistryEndpoint> endpoints;
    private final HttpClient client;
    private final Duration answerTimeout;
    private final Retries retries;
    private volatile int preferred;

    RegistryTransport(List<RegistryEndpoint> endpoints, HttpClient client, Duration answerTimeout, Retries retries) {
        this.endpoints = List.copyOf(endpoints);
        this.client = client;
        this.answerTimeout = answerTimeout;
        this.retries = retries;
    }

    /** An answer: its HTTP status, its body, and the address that gave it. */
    record Answer(int status, String body, String url) {
        private boolean temporary() {
            return status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS;
        }
    }

    /** @throws RegistryUnreachableException if no address answered, however often it was tried */
    Answer send(String method, String path, Optional<String> body) {
        Failures failures = new Failures();
        for (int retry = 0; ; retry++) {
            Optional<Answer> answer = tryAll(method, path, body, failures);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (retry == retries.most()) {
                throw failures.unreachable(method, path);
            }
            LOG.debug("Schema registry does not answer, trying again: {}", failures);
            retries.beforeRetry(retry);
            failures.clear();
        }
    }

    private Optional<Answer> tryAll(String method, String path, Optional<String> body, Failures failures) {
        int start = preferred;
        for (int i = 0; i < endpoints.size(); i++) {
            int index = (start + i) % endpoints.size();
            try {
                Answer answer = exchange(endpoints.get(index), method, path, body);
                if (!answer.temporary()) {
                    preferred = index;
                    return Optional.of(answer);
                }
                failures.add(endpoints.get(index), "HTTP " + answer.status());
            } catch (IOException e) {
                failures.add(endpoints.get(index), e);
            }
        }
        return Optional.empty();
    }

    private Answer exchange(RegistryEndpoint endpoint, String method, String path, Optional<String> body)
            throws IOException {
        String url = endpoint.base() + path;
        BodyPublisher publisher = body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(method, publisher)
                .timeout(answerTimeout)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE + ", application/json");
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), url);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** What went wrong in one round over all addresses. */
    private static final class Failures {
        private final List<String> texts = new ArrayList<>();
        private IOException cause;

        void add(RegistryEndpoint endpoint, String what) {
            texts.add(endpoint + ": " + what);
        }

        void add(RegistryEndpoint endpoint, IOException failure) {
            add(endpoint, words(failure));
            cause = failure;
        }

        /** The JDK's client often has no message, only a type: ConnectException. */
        private static String words(IOException failure) {
            for (Throwable e = failure; e != null; e = e.getCause()) {
                if (e instanceof UnresolvedAddressException || e instanceof UnknownHostException) {
                    return "unknown host";
                }
            }
            if (failure instanceof HttpConnectTimeoutException) {
                return "no connection in time";
            } else if (failure instanceof HttpTimeoutException) {
                return "no answer in time";
            } else if (failure.getMessage() == null) {
                return failure instanceof ConnectException
                        ? "connection refused"
                        : failure.getClass().getSimpleName();
            }
            return failure.getClass().getSimpleName() + " (" + failure.getMessage() + ")";
        }

        void clear() {
            texts.clear();
        }

        RegistryUnreachableException unreachable(String method, String path) {
            return new RegistryUnreachableException(
                    "Schema registry cannot be reached for " + method + " " + path + ": " + this, toString(), cause);
        }

        @Override
        public String toString() {
            return String.join("; ", texts);
        }
    }
}
