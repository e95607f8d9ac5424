package io.ringside.local;

import java.util.Objects;

import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Which Ringside this is, and what it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String ringside = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Ringside " + Objects.requireNonNullElse(ringside, "(not packaged)"),
            "Kafka " + AppInfoParser.getVersion(),
            "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
        };
    }
}
