package io.ringside.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RegistryProcessIT {
    private static final String REGISTER_A_STRING = "{\"schema\":\"\\\"string\\\"\"}";

    @TempDir
    private Path stateDir;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everySubjectIsHeldToFullTransitiveCompatibility() throws Exception {
        try (RegistryProcess registry = RegistryProcess.start(stateDir)) {
            assertThat(get(registry, "/config").body()).contains("FULL_TRANSITIVE");
        }
    }

    @Test
    void aSchemaKeepsItsIdWhenTheRegistryIsKilledAndComesBack() throws Exception {
        try (RegistryProcess registry = RegistryProcess.start(stateDir)) {
            String given = post(registry, "/subjects/calls-value/versions", REGISTER_A_STRING);
            assertThat(given).contains("\"id\"");

            registry.kill();
            assertThatThrownBy(() -> get(registry, "/subjects")).isInstanceOf(IOException.class);
            registry.start();

            assertThat(post(registry, "/subjects/calls-value/versions", REGISTER_A_STRING))
                    .isEqualTo(given);
        }
    }

    @Test
    void aClosedRegistryLeavesNoProcessAndNoPort() {
        RegistryProcess registry = RegistryProcess.start(stateDir);
        ProcessHandle process = ProcessHandle.of(registry.pid().orElseThrow()).orElseThrow();

        registry.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(FreePort.isFree(registry.port())).isTrue();
        assertThat(registry.pid()).isEmpty();
    }

    @Test
    void aTakenPortIsAFailureWithTheReason(@TempDir Path otherDir) {
        try (RegistryProcess first = RegistryProcess.start(stateDir)) {
            assertThatThrownBy(() -> RegistryProcess.start(otherDir, first.port()))
                    .isInstanceOf(RegistryFailure.class)
                    .hasMessage("the registry did not start: port " + first.port() + " is in use");
        }
    }

    private HttpResponse<String> get(RegistryProcess registry, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(registry.url() + path)).build(), BodyHandlers.ofString());
    }

    private String post(RegistryProcess registry, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
