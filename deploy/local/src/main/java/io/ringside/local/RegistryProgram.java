package io.ringside.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Apicurio Registry is run on this machine.
 *
 * @param stateDir where its schemas, its log and its temporary files go
 * @param port where clients connect
 * @param managementPort of Quarkus, kept on loopback as well
 */
record RegistryProgram(Path stateDir, int port, int managementPort) {
    private static final String HOST = "127.0.0.1";
    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    String url() {
        return "http://" + HOST + ":" + port + "/apis/ccompat/v7";
    }

    Path log() {
        return stateDir.resolve("registry.log");
    }

    ChildJvm launch() {
        try {
            Files.createDirectories(stateDir);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + stateDir, e);
        }
        return ChildJvm.start(
                new ChildJvm.Program(MAIN_CLASS, List.of(runner()), options(), List.of(), stateDir), log());
    }

    // 64 MiB of heap work too; the rest is margin. About 180 MB resident in all. H2 would write half a second late: a
    // registry that is killed
    // must know every id it gave out, or its records are undecodable for good.
    private List<String> options() {
        return List.of(
                "-Xmx96m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + stateDir,
                "-Dquarkus.http.host=" + HOST,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=" + HOST,
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.datasource.url=jdbc:h2:file:"
                        + stateDir.resolve("schemas").toAbsolutePath() + ";WRITE_DELAY=0");
    }

    private static Path runner() {
        Path home = home();
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> new RegistryFailure("no Apicurio Registry in " + home));
        } catch (IOException e) {
            throw new RegistryFailure("cannot read " + home, e);
        }
    }

    private static Path home() {
        String home = System.getProperty(RegistryProcess.HOME_PROPERTY);
        if (home == null) {
            throw new RegistryFailure("where is Apicurio Registry? Set -D" + RegistryProcess.HOME_PROPERTY
                    + "; ./mvnw package unpacks it");
        }
        return Path.of(home);
    }
}
