package io.ringside.adapters.prometheus;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** A program of Prometheus' own, if it is installed; Debian's package prometheus has them. */
final class Tool {
    private final Path program;

    private Tool(Path program) {
        this.program = program;
    }

    /** Finds a program on the PATH. Without it the test is skipped, and says so. */
    static Tool named(String name) {
        Path program = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, name + " is not installed");
        return new Tool(program);
    }

    ProcessBuilder command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Runs it to its end. */
    Outcome run(byte[] input, Object... arguments) throws IOException, InterruptedException {
        Process process = command(arguments).start();
        try (var in = process.getOutputStream()) {
            in.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    record Outcome(int exit, String output) {}
}
