package io.ringside.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class PartsTest {
    private final List<String> ended = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void whatStartedLastEndsFirst() throws Exception {
        start("the broker");
        start("the app");

        parts.close();

        assertThat(ended).containsExactly("the app", "the broker");
    }

    @Test
    void aPartThatDoesNotEndDoesNotKeepTheOthersRunning() throws Exception {
        start("the broker");
        parts.start("the app", () -> (AutoCloseable) () -> {
            throw new IllegalStateException("stuck");
        });

        parts.close();

        assertThat(ended).containsExactly("the broker");
    }

    @Test
    void nothingStartsOnceClosingHasBegun() {
        parts.close();

        assertThatThrownBy(() -> start("the app"))
                .isInstanceOf(Parts.StoppedEarly.class)
                .hasMessage("stopped before the app was started");
    }

    @Test
    void closingWaitsForAStartUnderWay() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch mayStart = new CountDownLatch(1);
        FutureTask<AutoCloseable> start = new FutureTask<>(() -> parts.start("the broker", () -> {
            starting.countDown();
            mayStart.await();
            return () -> ended.add("the broker");
        }));
        Thread starter = new Thread(start);
        starter.start();
        starting.await();
        Thread closer = new Thread(parts::close);
        closer.start();
        mayStart.countDown();
        starter.join();
        closer.join();

        assertThat(ended).containsExactly("the broker");
    }

    @Test
    void closingTwiceEndsEachPartOnce() throws Exception {
        start("the broker");

        parts.close();
        parts.close();

        assertThat(ended).containsExactly("the broker");
    }

    private void start(String name) throws InterruptedException {
        parts.start(name, () -> (AutoCloseable) () -> ended.add(name));
    }
}
