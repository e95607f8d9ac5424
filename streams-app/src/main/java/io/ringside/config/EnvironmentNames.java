package io.ringside.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How keys are called in the environment: {@code kafka.bootstrapServers} is RINGSIDE_KAFKA_BOOTSTRAP_SERVERS. */
final class EnvironmentNames {
    static final String PREFIX = "RINGSIDE_";

    /** What Kubernetes and Docker add for a service or a link whose name begins with ringside. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile(".*(_SERVICE_HOST|_SERVICE_PORT(_.*)?|_PORT_\\d+_(TCP|UDP|SCTP)(_.*)?)");

    private static final Pattern SERVICE_ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

    private EnvironmentNames() {}

    static String of(String path) {
        return PREFIX
                + path.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replace('.', '_')
                        .toUpperCase(Locale.ROOT);
    }

    /** The property that a variable below a section of Kafka's properties stands for: SASL_JAAS_CONFIG is sasl.jaas.config. */
    static String property(String variable, String sectionPrefix) {
        return variable.substring(sectionPrefix.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    /** Whether a variable can be meant for us at all: it has a value, and no orchestrator put it there. */
    static boolean isGiven(String variable, String value) {
        return variable.startsWith(PREFIX)
                && !value.isBlank()
                && !SERVICE_LINK.matcher(variable).matches()
                && !SERVICE_ADDRESS.matcher(value).matches();
    }

    /**
     * What is wrong with a variable that is no key, if anything. The launcher and others may have variables of their
     * own that begin with RINGSIDE; those that are within a section or resemble a key are taken for mistakes.
     */
    static Optional<String> complaint(String variable, Collection<String> known, Collection<String> sections) {
        Optional<String> meant = Suggestion.of(variable, known);
        boolean inSection =
                sections.stream().map(EnvironmentNames::of).anyMatch(name -> variable.startsWith(name + "_"));
        if (meant.isEmpty() && !inSection) {
            return Optional.empty();
        }
        return Optional.of("unknown variable"
                + meant.map(name -> ", did you mean " + name + "?").orElse(""));
    }
}
