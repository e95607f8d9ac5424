package io.ringside.adapters.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import io.ringside.config.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** The compose file, as far as it can be checked without an engine. */
class ComposeTest {
    private static final Path FOLDER = Path.of("../deploy/compose");

    private Map<?, ?> services;

    @BeforeEach
    void read() throws IOException {
        services = (Map<?, ?>) yaml(FOLDER.resolve("compose.yaml")).get("services");
    }

    @Test
    void everyImageIsPinned() {
        assertThat(values("image")).hasSize(services.size()).allSatisfy(image -> assertThat(image.toString())
                .matches("[a-z./-]+:v?\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"));
    }

    @Test
    void brokerAndRegistryAreOfTheVersionsThatTheBuildTests() throws IOException {
        assertThat(string("kafka", "image")).endsWith(":" + version("kafka.version"));
        assertThat(string("registry", "image")).endsWith(":" + version("apicurio.version"));
    }

    @Test
    void everyPortIsPublishedOnLoopbackAlone() {
        List<Object> ports = lists("ports");
        assertThat(ports).isNotEmpty().allSatisfy(port -> assertThat(port.toString())
                .startsWith("127.0.0.1:"));
    }

    @Test
    void everyMountedFileIsThere() {
        List<Object> mounts = lists("volumes");
        assertThat(mounts).isNotEmpty().allSatisfy(mount -> {
            String source = mount.toString().split(":", 2)[0];
            if (source.startsWith(".")) {
                assertThat(FOLDER.resolve(source)).exists();
            }
        });
    }

    @Test
    void everyServerSaysWhetherItIsWell() {
        services.forEach((name, service) -> {
            if (!Set.of("simulator", "registry-rules").contains(name)) {
                assertThat(((Map<?, ?>) service).containsKey("healthcheck"))
                        .as("%s", name)
                        .isTrue();
            }
        });
    }

    /** Of the addresses of localhost the tools in the images try only the first, and not every server listens there. */
    @Test
    void noServerIsAskedByAName() {
        assertThat(values("healthcheck")).isNotEmpty().allSatisfy(check -> assertThat(check.toString())
                .contains("127.0.0.1")
                .doesNotContain("localhost"));
    }

    /** Ten seconds, the default, cut off a broker or an app in the middle of closing its logs or stores. */
    @Test
    void whoKeepsDataHasTimeToStop() {
        assertThat(List.of("kafka", "app"))
                .allSatisfy(name -> assertThat(service(name).get("stop_grace_period"))
                        .as(name)
                        .isIn("30s", "60s"));
    }

    /** Docker's own builder knows all that the file uses; a syntax line would fetch another one first. */
    @Test
    void theImageIsBuiltFromWhatItNamesAlone() throws IOException {
        assertThat(Files.readAllLines(FOLDER.resolve("Dockerfile")))
                .noneMatch(line -> line.startsWith("# syntax="))
                .filteredOn(line -> line.startsWith("FROM "))
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM eclipse-temurin:17\\.[\\d._]+-(jdk|jre)-noble.*"));
    }

    @Test
    void theAppsConfigurationIsValid() {
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) service("app").get("environment"))
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        Path file = lists("volumes").stream()
                .map(Object::toString)
                .filter(mount -> mount.contains(":/etc/ringside/ringside.yaml"))
                .map(mount -> FOLDER.resolve(mount.split(":", 2)[0]))
                .findFirst()
                .orElseThrow();

        Configuration configuration = Configuration.load(file, environment);

        assertThat(configuration.kafka().bootstrapServers()).isEqualTo("kafka:29092");
        assertThat(string("kafka", "environment"))
                .contains("INTERNAL://" + configuration.kafka().bootstrapServers());
        assertThat(configuration.web().host()).isEqualTo("0.0.0.0");
        assertThat(service("app").get("ports").toString())
                .contains(":" + configuration.web().port() + "]");
    }

    @Test
    void prometheusLooksForServicesThatExist() throws IOException {
        String prometheus = Files.readString(Path.of("../deploy/prometheus/prometheus.yml"));
        List<String> targets = new ArrayList<>();
        Matcher target = Pattern.compile("targets: \\[(\\w+):\\d+]").matcher(prometheus);
        while (target.find()) {
            targets.add(target.group(1));
        }
        assertThat(targets).containsExactlyInAnyOrder("app", "alertmanager", "localhost");
        assertThat(services.containsKey("app") && services.containsKey("alertmanager"))
                .isTrue();
    }

    private List<Object> values(String key) {
        return services.keySet().stream()
                .map(name ->
                        Optional.<Object>ofNullable(service(name.toString()).get(key)))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Object> lists(String key) {
        return values(key).stream()
                .<Object>flatMap(list -> ((List<?>) list).stream())
                .toList();
    }

    private String string(String service, String key) {
        return service(service).get(key).toString();
    }

    private Map<?, ?> service(String name) {
        return (Map<?, ?>) services.get(name);
    }

    private static String version(String property) throws IOException {
        Matcher version = Pattern.compile("<" + property + ">(.+)</" + property + ">")
                .matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).as(property).isTrue();
        return version.group(1);
    }

    private static Map<?, ?> yaml(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }
}
