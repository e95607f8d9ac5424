package io.ringside.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The launcher script, run in a checkout and on a machine that are both made up. */
class LauncherTest {
    private static final List<String> MODULES = List.of("schemas", "streams-app", "producers", "deploy/local", "bench");

    private static final List<String> TOOLS = List.of(
            "cat",
            "dirname",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "sed",
            "tail",
            "tee",
            "touch",
            "uname");

    @TempDir
    private Path machine;

    private Path checkout;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = machine.resolve("home/my projects/ringside");
        for (String module : MODULES) {
            Files.createDirectories(checkout.resolve(module).resolve("src/main"));
            Files.writeString(checkout.resolve(module).resolve("pom.xml"), "<project/>");
        }
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        executable(checkout.resolve("ringside"), launcherOfThisMachine());
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                cd "$(dirname "$0")" && echo "$@" >>builds
                for module in deploy/local bench; do
                  mkdir -p $module/target && touch "$PWD/a jar.jar" $module/target/ringside-x.jar
                  printf '%s' "$PWD/a jar.jar" >$module/target/classpath
                done
                """);
    }

    @Test
    void aMachineWithoutAJdkIsToldWhatToInstall() throws Exception {
        Run run = run("demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Ringside needs a JDK, 17 or newer, and none was found")
                .contains("sudo apt-get install openjdk-17-jdk-headless")
                .doesNotContain("Found:");
    }

    @Test
    void aJdkThatIsTooOldAndARuntimeWithoutCompilerAreNamed() throws Exception {
        jdk("usr/lib/jvm/old", "11.0.2");
        executable(machine.resolve("usr/lib/jvm/runtime/bin/java"), "#!/bin/sh\n");

        Run run = run("demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(machine + "/usr/lib/jvm/old is JDK 11\n")
                .contains(machine + "/usr/lib/jvm/runtime has no javac: a runtime, not a JDK\n");
    }

    @Test
    void theFirstUseBuildsAndTheSecondDoesNot() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");

        assertThat(run("demo").err()).contains("Building Ringside (first use).");
        assertThat(run("demo").err()).isEmpty();
        assertThat(builds()).hasSize(1);
    }

    @Test
    void aChangedSourceIsBuiltAgain() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");
        run("demo");
        Path source = Files.writeString(checkout.resolve("streams-app/src/main/App.java"), "class App {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("demo").err()).contains("Building Ringside (sources changed).");
    }

    @Test
    void aJarThatIsGoneIsFetchedAgain() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");
        run("demo");
        Files.delete(checkout.resolve("a jar.jar"));

        assertThat(run("demo").err()).contains("Building Ringside (some of its jars are gone).");
    }

    @Test
    void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");
        String works = Files.readString(checkout.resolve("mvnw"));
        executable(
                checkout.resolve("mvnw"),
                "#!/bin/sh\necho '[INFO] noise'; echo '[ERROR] a semicolon is missing'; exit 1");

        Run run = run("demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("[ERROR] a semicolon is missing").doesNotContain("noise");
        executable(checkout.resolve("mvnw"), works);
        assertThat(run("demo").exitCode()).isZero();
    }

    @Test
    void argumentsReachTheProgramAsTheyWere() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");

        assertThat(run("score", "two words.csv", "*").out())
                .contains("io.ringside.local.Ringside\nscore\ntwo words.csv\n*\n")
                .contains("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.ringside.schemas\n")
                .contains(checkout + "/deploy/local/target/ringside-x.jar:" + checkout + "/a jar.jar\n")
                .doesNotContain("--enable-native-access");
        assertThat(run("bench", "--quick").out()).endsWith("io.ringside.bench.Bench\n--quick\n");
    }

    @Test
    void aNewerJavaIsAskedNotToComplainAboutNativeCode() throws Exception {
        jdk("usr/lib/jvm/newest", "25");

        assertThat(run("version").out())
                .contains("--enable-native-access=ALL-UNNAMED\n")
                .contains("--sun-misc-unsafe-memory-access=allow\n");
    }

    @Test
    void theLauncherWorksThroughALinkFromAnywhere() throws Exception {
        jdk("usr/lib/jvm/new", "17.0.9");
        Path link = Files.createSymbolicLink(machine.resolve("link"), checkout.resolve("ringside"));

        assertThat(start(List.of(link.toString(), "version")).out()).endsWith("io.ringside.local.Ringside\nversion\n");
    }

    /** The real script, looking for JDKs under {@link #machine} instead of under the root. */
    private String launcherOfThisMachine() throws IOException {
        String script = Files.readString(Path.of("../../ringside"));
        for (String root : List.of("/usr/lib", "/usr/java", "/usr/local/opt", "/opt/", "/Library/")) {
            script = script.replace(" " + root, " " + machine + root);
        }
        return script;
    }

    private void jdk(String folder, String version) throws IOException {
        Path home = machine.resolve(folder);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        executable(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds"));
    }

    private Run run(String... arguments) throws Exception {
        return start(Stream.concat(Stream.of(checkout.resolve("ringside").toString()), Stream.of(arguments))
                .toList());
    }

    private Run start(List<String> command) throws Exception {
        Path out = machine.resolve("out");
        Path err = machine.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(machine.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", machine.resolve("home").toString());
        builder.environment().put("PATH", toolsWithoutJava().toString());
        int exitCode = builder.start().waitFor();
        return new Run(exitCode, Files.readString(out), Files.readString(err));
    }

    // The real tools, each behind a script, so that no java comes with them.
    private Path toolsWithoutJava() throws IOException {
        Path tools = machine.resolve("tools");
        for (String tool : TOOLS) {
            Path real = Stream.of(Path.of("/bin", tool), Path.of("/usr/bin", tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
        return tools;
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, script.getBytes(UTF_8));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int exitCode, String out, String err) {}
}
