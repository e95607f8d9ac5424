package io.ringside;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.common.KafkaException;

import io.ringside.adapters.web.AddressTakenException;
import io.ringside.config.Configuration;
import io.ringside.config.ConfigurationException;

/** Runs one instance: {@code Main [CONFIG]}, where CONFIG is a YAML file; the environment goes above it. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments));
    }

    /** Returns the exit code: 0 when asked to stop, 1 after a defect or when refused, 2 for a configuration that is not right. */
    static int run(String[] arguments) throws InterruptedException {
        Configuration configuration;
        try {
            configuration = arguments.length == 0
                    ? Configuration.load(System.getenv(), Map.of())
                    : Configuration.load(Path.of(arguments[0]), System.getenv());
        } catch (ConfigurationException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        try (App app = App.start(configuration)) {
            Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
            app.defect().join();
            return 1;
        } catch (AddressTakenException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (KafkaException e) {
            System.err.println(inOneLine(e));
            return 1;
        }
    }

    /** What a cluster or registry refuses is for a person to mend; Kafka's clients often say it in a cause. */
    private static String inOneLine(KafkaException refusal) {
        return Stream.<Throwable>iterate(refusal, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }
}
