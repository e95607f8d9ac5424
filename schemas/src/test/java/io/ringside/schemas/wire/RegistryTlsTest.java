package io.ringside.schemas.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistryTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Path serverKey;
    private static Path clientKey;
    private static Path trust;
    private static RegistryServer open;
    private static RegistryServer closed;

    @BeforeAll
    static void makeKeysAndStartServers() throws IOException, InterruptedException {
        serverKey = keyOf("server");
        clientKey = keyOf("client");
        trust = folder.resolve("trust.p12");
        for (String owner : List.of("server", "client")) {
            String certificate = folder.resolve(owner + ".pem").toString();
            keytool("-importcert", "-noprompt", "-alias", owner, "-file", certificate, "-keystore", trust.toString());
        }
        Map<String, Object> serversTls = both(tls("truststore", trust, "PKCS12"), tls("keystore", serverKey, "PKCS12"));
        open = RegistryServer.startWithTls(RegistryTls.context(serversTls).orElseThrow(), false);
        closed = RegistryServer.startWithTls(RegistryTls.context(serversTls).orElseThrow(), true);
    }

    @AfterAll
    static void stopServers() {
        open.close();
        closed.close();
    }

    private static Path keyOf(String owner) throws IOException, InterruptedException {
        String store = folder.resolve(owner + ".p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                owner,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=" + owner,
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store);
        String certificate = folder.resolve(owner + ".pem").toString();
        keytool("-exportcert", "-rfc", "-alias", owner, "-keystore", store, "-file", certificate);
        return Path.of(store);
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Path output = folder.resolve("keytool.log");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(() -> text(output)).isZero();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Map<String, Object> tls(String store, Path file, String type) {
        String prefix = RegistryConfig.TLS_PREFIX + store;
        return Map.of(prefix + ".location", file.toString(), prefix + ".password", PASSWORD, prefix + ".type", type);
    }

    private static Map<String, Object> both(Map<String, Object> some, Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static SchemaRegistry connect(RegistryServer server, Map<String, Object> tls) {
        return SchemaRegistry.connect(
                both(Map.of(RegistryConfig.URL, server.url(), RegistryConfig.MAX_RETRIES, 0), tls));
    }

    @Test
    void aRegistryWhoseCertificateIsTrustedIsUsed() {
        SchemaRegistry registry = connect(open, tls("truststore", trust, "PKCS12"));

        assertThat(registry.register("calls-value", SchemaRegistryContract.FIRST))
                .isPositive();
    }

    @Test
    void trustCanBeACertificateInAPemFile() {
        String prefix = RegistryConfig.TLS_PREFIX + "truststore";
        String certificate = folder.resolve("server.pem").toString();

        SchemaRegistry registry = connect(open, Map.of(prefix + ".location", certificate, prefix + ".type", "PEM"));

        assertThat(registry.register("calls-value", SchemaRegistryContract.FIRST))
                .isPositive();
    }

    @Test
    void aRegistryWhoseCertificateIsNotTrustedIsNotUsed() {
        assertThatExceptionOfType(RegistryUnreachableException.class)
                .isThrownBy(() -> connect(open, Map.of()).schema(1))
                .withMessageContaining("SSLHandshakeException");
    }

    @Test
    void aRegistryThatWantsToKnowUsIsShownOurCertificate() {
        SchemaRegistry registry =
                connect(closed, both(tls("truststore", trust, "PKCS12"), tls("keystore", clientKey, "PKCS12")));

        assertThat(registry.register("calls-value", SchemaRegistryContract.FIRST))
                .isPositive();
    }

    @Test
    void aRegistryThatWantsToKnowUsDoesNotAnswerWhoeverHasNoCertificate() {
        SchemaRegistry stranger = connect(closed, tls("truststore", trust, "PKCS12"));

        assertThatExceptionOfType(RegistryUnreachableException.class).isThrownBy(() -> stranger.schema(1));
    }

    @Test
    void aWrongPasswordIsAnErrorOfTheConfiguration() {
        Map<String, Object> wrong = both(
                tls("truststore", trust, "PKCS12"), Map.of(RegistryConfig.TLS_PREFIX + "truststore.password", "guess"));

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> connect(open, wrong))
                .withMessageStartingWith("schema.registry.ssl.*: ")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("guess"));
    }
}
