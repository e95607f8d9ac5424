package io.ringside.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChildJvmIT {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    @Test
    void aChildEndsWhenItsParentIsKilled() throws Exception {
        try (ChildJvm parent = run(Parent.class)) {
            Path childPid = directory.resolve("sleeper.pid");
            await().atMost(BOUND).until(() -> Files.exists(childPid));
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(Files.readString(childPid))).orElseThrow();
            assertThat(child.isAlive()).isTrue();

            parent.kill();

            await().atMost(BOUND).until(() -> !child.isAlive());
        }
    }

    @Test
    void whatAChildSaidCanBeTold() {
        try (ChildJvm failing = run(Failing.class)) {
            await().atMost(BOUND).until(() -> !failing.isAlive());

            assertThat(failing.lastLines(20)).anyMatch(line -> line.contains("IndexOutOfBoundsException"));
        }
    }

    private ChildJvm run(Class<?> main) {
        return launch(main, directory);
    }

    private static ChildJvm launch(Class<?> main, Path directory) {
        ChildJvm.Program program = new ChildJvm.Program(
                main.getName(),
                List.of(Path.of(System.getProperty("java.class.path"))),
                List.of("-Xmx32m"),
                List.of(directory.toString()),
                directory);
        return ChildJvm.start(program, directory.resolve(main.getSimpleName() + ".log"));
    }

    /** A program with a child of its own. */
    static final class Parent {
        public static void main(String[] args) throws InterruptedException {
            try (ChildJvm sleeper = launch(Sleeper.class, Path.of(args[0]))) {
                sleeper.awaitEnd();
            }
        }
    }

    /** A program that runs until it is ended, and says which process it is. */
    static final class Sleeper {
        public static void main(String[] args) throws Exception {
            Path draft = Path.of(args[0], "sleeper.draft");
            Files.writeString(draft, Long.toString(ProcessHandle.current().pid()));
            Files.move(draft, Path.of(args[0], "sleeper.pid"));
            Thread.currentThread().join();
        }
    }

    /** A program that fails. */
    static final class Failing {
        public static void main(String[] args) {
            Objects.checkIndex(args.length, 0);
        }
    }
}
