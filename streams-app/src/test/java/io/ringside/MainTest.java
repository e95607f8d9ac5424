package io.ringside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void anAppWhosePortIsTakenEndsAtOnce() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("web: {port: " + taken.getLocalPort() + "}")).isEqualTo(1);
        }
    }

    @Test
    void aConfigurationThatIsWrongIsACallThatIsWrong() throws IOException, InterruptedException {
        assertThat(run("web: {prot: 8080}")).isEqualTo(2);
        assertThat(Main.run(new String[] {folder.toString()})).isEqualTo(2);
    }

    private int run(String configuration) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("ringside.yaml"), configuration);
        return Main.run(new String[] {file.toString()});
    }
}
