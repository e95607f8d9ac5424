package io.ringside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;

import io.ringside.config.AlertSettings;
import io.ringside.config.Configuration;
import io.ringside.config.ContactSettings;
import io.ringside.config.KafkaSettings;
import io.ringside.config.TimeSettings;
import io.ringside.config.TimeSettings.Clock;
import io.ringside.core.alerts.AlertRule;
import io.ringside.core.contacts.ContactLimits;
import io.ringside.core.definitions.CurrentDefinitions;
import io.ringside.core.kpis.WindowPlan;
import io.ringside.topology.Settings;

/** Hands each room what the configuration says of it. */
final class Wiring {
    /** Days are kept longer than intervals: they are few. */
    private static final Duration DAYS_KEPT = Duration.ofDays(400);

    private Wiring() {}

    static Settings settings(Configuration configuration, CurrentDefinitions definitions) {
        KafkaSettings kafka = configuration.kafka();
        TimeSettings time = configuration.time();
        ContactSettings contacts = configuration.contacts();
        boolean replay = time.clock() == Clock.REPLAY;
        Duration days = time.retention().compareTo(DAYS_KEPT) > 0 ? time.retention() : DAYS_KEPT;
        return new Settings(
                kafka.topicPrefix(),
                kafka.partitions(),
                kafka.sources(),
                definitions,
                new WindowPlan(
                        configuration.windows().rolling(),
                        configuration.windows().interval(),
                        configuration.windows().total(),
                        time.closeAfter(),
                        time.retention(),
                        days,
                        Set.copyOf(configuration.windows().periods()),
                        configuration.windows().weekStart()),
                new ContactLimits(
                        contacts.closeAfter(),
                        contacts.closeTicketsAfter(),
                        time.retention(),
                        contacts.longestDuration(),
                        contacts.mostEvents(),
                        contacts.missedAfter()),
                new Settings.InputLimits(
                        replay,
                        time.retention(),
                        time.futureTolerance(),
                        contacts.longestName(),
                        contacts.largestValue()),
                rules(configuration.alerts()));
    }

    private static List<AlertRule> rules(AlertSettings alerts) {
        List<AlertRule> rules = new ArrayList<>();
        if (alerts.serviceLevel().enabled()) {
            rules.add(new AlertRule.ServiceLevel(
                    alerts.serviceLevel().window(),
                    alerts.serviceLevel().minimumVolume(),
                    alerts.serviceLevel().hold(),
                    alerts.serviceLevel().resolveMargin()));
        }
        if (alerts.longestWait().enabled()) {
            rules.add(new AlertRule.LongestWait(
                    alerts.longestWait().limit(),
                    alerts.longestWait().hold(),
                    alerts.longestWait().resolveBelow()));
        }
        return rules;
    }

    /** How to reach the cluster, for plain clients. */
    static Map<String, Object> client(KafkaSettings kafka) {
        Map<String, Object> client = new HashMap<>(kafka.properties());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        return client;
    }

    static Map<String, Object> streams(KafkaSettings kafka) {
        Map<String, Object> streams = client(kafka);
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.applicationId());
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        return streams;
    }
}
