package io.ringside.schemas;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;

/** Asks a Kafka cluster whether it is there, and finds out what is wrong if it is not. */
public final class KafkaCluster implements Presence.Question {
    private static final int ANSWER_MILLIS = 5_000;
    private static final int CONNECT_MILLIS = 2_000;

    private final Map<String, Object> client;
    private final List<String> servers;

    private KafkaCluster(Map<String, ?> client) {
        this.client = withDefaults(client);
        this.servers = Arrays.asList(String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))
                .split("\\s*,\\s*"));
    }

    /**
     * A cluster's presence.
     *
     * @param client how to reach it, under Kafka's property names
     */
    public static Presence presence(Map<String, ?> client) {
        KafkaCluster cluster = new KafkaCluster(client);
        return new Presence("Kafka at " + String.join(", ", cluster.servers), cluster);
    }

    /** A cluster that is away is to be heard of soon, not after the client's minute. */
    static Map<String, Object> withDefaults(Map<String, ?> client) {
        Map<String, Object> config = new HashMap<>();
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        config.putAll(client);
        return config;
    }

    /**
     * Connects first: only that tells what is wrong, where Kafka's clients say that time is over, or take a name that nobody knows yet for a wrong
     * configuration.
     *
     * @throws KafkaException if the cluster refuses, or the configuration cannot be used
     */
    @Override
    public Optional<String> whatIsWrong() throws InterruptedException {
        List<Optional<String>> troubles = servers.stream()
                .map(server -> connectionTrouble(address(server)))
                .toList();
        if (troubles.stream().allMatch(Optional::isPresent)) {
            return Optional.of(
                    inWords(troubles.stream().flatMap(Optional::stream).toList()));
        }
        Admin admin = Admin.create(client);
        try {
            admin.describeCluster().nodes().get();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return Optional.of("it takes connections, but gives no answer: "
                        + e.getCause().getMessage());
            }
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private String inWords(List<String> troubles) {
        return servers.size() == 1
                ? troubles.get(0)
                : IntStream.range(0, servers.size())
                        .mapToObj(i -> servers.get(i) + " " + troubles.get(i))
                        .collect(Collectors.joining("; "));
    }

    private static InetSocketAddress address(String server) {
        String bare = server.substring(server.indexOf("://") < 0 ? 0 : server.indexOf("://") + 3);
        int colon = bare.lastIndexOf(':');
        String host = bare.substring(0, colon).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host, Integer.parseInt(bare.substring(colon + 1)));
    }

    private static Optional<String> connectionTrouble(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return Optional.of("unknown host");
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.of("no connection within " + CONNECT_MILLIS / 1_000 + " s");
        } catch (ConnectException e) {
            return Optional.of("connection refused");
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }
}
