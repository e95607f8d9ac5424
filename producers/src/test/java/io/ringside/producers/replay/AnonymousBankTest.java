package io.ringside.producers.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.CallEventType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One real month, read with its mapping: what its events add up to is known from outside the project. */
class AnonymousBankTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
    private static final Path DATA = CHECKOUT.resolveSibling("shared/data/technion-bank");
    private static final Map<String, Sums> QUEUES = new TreeMap<>();
    private static ReadReport report;

    /** What the events of one queue add up to. */
    private static final class Sums {
        private long offered;
        private long answered;
        private long abandoned;
        private long answeredIn20s;
        private long waitSeconds;
        private long talkSeconds;

        double asa() {
            return (double) waitSeconds / answered;
        }

        double aht() {
            return (double) talkSeconds / answered;
        }

        double inTime() {
            return (double) answeredIn20s / offered;
        }
    }

    @BeforeAll
    static void readTheMonth() throws IOException, InvalidMapping {
        assumeTrue(Files.isDirectory(DATA), "the bank's data is not beside this checkout");
        Mapping mapping = Mapping.read(CHECKOUT.resolve("docs/examples/anonymous-bank.yaml"));
        Map<String, Map<CallEventType, CallEvent>> calls = new HashMap<>();
        try (ContactLog log = ContactLog.open(DATA.resolve("calls_1999-02.csv.gz"), mapping)) {
            report = log.read(emitted -> file(calls, emitted));
            assertThat(log.fractionRead()).isEqualTo(1);
        }
        calls.values().forEach(AnonymousBankTest::addUp);
    }

    private static void file(Map<String, Map<CallEventType, CallEvent>> calls, Emitted emitted) {
        CallEvent event = (CallEvent) emitted.value();
        assertThat(calls.computeIfAbsent(event.getContactId(), id -> new HashMap<>())
                        .put(event.getType(), event))
                .isNull();
    }

    private static void addUp(Map<CallEventType, CallEvent> call) {
        CallEvent enqueued = call.get(CallEventType.ENQUEUED);
        addUp(QUEUES.computeIfAbsent(enqueued.getQueue(), queue -> new Sums()), call);
        addUp(QUEUES.computeIfAbsent("all", queue -> new Sums()), call);
    }

    private static void addUp(Sums sums, Map<CallEventType, CallEvent> call) {
        sums.offered++;
        if (call.containsKey(CallEventType.ABANDONED)) {
            sums.abandoned++;
            return;
        }
        long wait = seconds(call, CallEventType.ENQUEUED, CallEventType.ANSWERED);
        sums.answered++;
        sums.waitSeconds += wait;
        sums.answeredIn20s += wait <= 20 ? 1 : 0;
        sums.talkSeconds += seconds(call, CallEventType.ANSWERED, CallEventType.WRAPPED_UP);
    }

    private static long seconds(Map<CallEventType, CallEvent> call, CallEventType from, CallEventType to) {
        return Duration.between(call.get(from).getOccurredAt(), call.get(to).getOccurredAt())
                .toSeconds();
    }

    @Test
    void everyRowIsAccountedFor() {
        assertThat(report.rows()).isEqualTo(33_344);
        assertThat(report.taken()).isEqualTo(31_125);
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.duplicates()).isZero();
        assertThat(report.ignored())
                .containsOnly(
                        Map.entry("no call at all", 278L),
                        Map.entry("hung up in the voice menu, never offered to a queue", 1_941L));
    }

    @Test
    void theMonthComesOutAsTheReadmeOfTheDataSays() {
        assertThat(QUEUES).containsOnlyKeys("all", "PS", "NW", "NE", "TT", "IN", "PE");
        thatQueue("all", 31_125, 27_162, 40.7743, 0.520771, 176.3530);
        thatQueue("PS", 20_027, 18_349, 35.9198, 0.553203, 184.3375);
        thatQueue("NW", 6_959, 4_990, 55.4100, 0.410691, 106.8134);
        thatQueue("NE", 2_702, 2_520, 50.8012, 0.491858, 275.1829);
        thatQueue("TT", 1_040, 984, 18.1057, 0.767308, 103.0559);
        thatQueue("IN", 261, 199, 101.1457, 0.321839, 263.3618);
        thatQueue("PE", 136, 120, 49.6750, 0.448529, 228.4583);
    }

    private static void thatQueue(String queue, long offered, long answered, double asa, double inTime, double aht) {
        Sums sums = QUEUES.get(queue);
        assertThat(sums.offered).isEqualTo(offered);
        assertThat(sums.answered).isEqualTo(answered);
        assertThat(sums.abandoned).isEqualTo(offered - answered);
        assertThat(sums.asa()).isCloseTo(asa, within(0.00005));
        assertThat(sums.inTime()).isCloseTo(inTime, within(0.0000005));
        assertThat(sums.aht()).isCloseTo(aht, within(0.00005));
    }
}
