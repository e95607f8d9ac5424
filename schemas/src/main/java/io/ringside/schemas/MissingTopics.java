package io.ringside.schemas;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics of the catalogue that a cluster lacks, with as many partitions as the catalogue asks for. */
public final class MissingTopics {
    private static final Logger LOG = LoggerFactory.getLogger(MissingTopics.class);

    private final String prefix;
    private final int partitions;

    /**
     * @param prefix what topic names begin with
     * @param partitions of shared topics
     */
    public MissingTopics(String prefix, int partitions) {
        this.prefix = prefix;
        this.partitions = partitions;
    }

    /**
     * Creates what is missing and leaves what is there. Waits for a cluster that cannot be reached yet, as long as it takes.
     *
     * @param client how to reach the cluster, under Kafka's property names
     * @throws org.apache.kafka.common.KafkaException if the cluster refuses
     * @throws InterruptedException if interrupted while waiting
     */
    public void create(Map<String, ?> client, Collection<? extends Topic<? extends SpecificRecord>> topics)
            throws InterruptedException {
        KafkaCluster.presence(client).await(BackOff.Sleeper.REAL);
        try (Admin admin = Admin.create(KafkaCluster.withDefaults(client))) {
            untilAnswered(() -> created(admin, topics));
        }
    }

    private List<NewTopic> created(Admin admin, Collection<? extends Topic<? extends SpecificRecord>> topics)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !present.contains(topic.name(prefix)))
                .map(this::described)
                .toList();
        admin.createTopics(missing).all().get();
        awaitLeaders(admin, missing);
        if (!missing.isEmpty()) {
            LOG.info("Created topics {}", missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
        }
        return missing;
    }

    /**
     * Asks every partition for its end, which is answered once its leader serves. A producer that writes earlier may have its first batch refused
     * and its second one taken, and then never gets the first one in.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> created)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (NewTopic topic : created) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(ends).all().get();
    }

    /** Another instance may have created a topic meanwhile, or the cluster may have gone again: both are looked at again. */
    private static <T> T untilAnswered(Attempt<T> attempt) throws InterruptedException {
        BackOff backOff = new BackOff(BackOff.Sleeper.REAL);
        while (true) {
            try {
                return attempt.make();
            } catch (ExecutionException e) {
                String why = e.getCause().getMessage();
                if (e.getCause() instanceof RetriableException) {
                    LOG.warn("Kafka does not see to the topics: {}. Next attempt in {}", why, backOff.announced());
                } else if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException("Kafka refuses to see to the topics: " + why, e.getCause());
                }
            }
            backOff.pause();
        }
    }

    private interface Attempt<T> {
        T make() throws ExecutionException, InterruptedException;
    }

    /**
     * Refuses a cluster whose shared topics have other numbers of partitions than was said: a contact would be torn apart. Waits for a cluster
     * that went away again.
     *
     * @throws KafkaException if any differs, with all that do
     */
    public void checkPartitions(Map<String, ?> client, Collection<? extends Topic<? extends SpecificRecord>> topics)
            throws InterruptedException {
        Map<String, Integer> expected = topics.stream()
                .collect(Collectors.toMap(topic -> topic.name(prefix), topic -> topic.partitions(partitions)));
        try (Admin admin = Admin.create(KafkaCluster.withDefaults(client))) {
            String wrong = untilAnswered(() -> wrongPartitions(admin, expected));
            if (!wrong.isEmpty()) {
                throw new KafkaException("kafka.partitions does not fit the topics there: " + wrong);
            }
        }
    }

    /** The topics that differ, in words. */
    private static String wrongPartitions(Admin admin, Map<String, Integer> expected)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(expected.keySet()).allTopicNames().get().values().stream()
                .filter(topic -> topic.partitions().size() != expected.get(topic.name()))
                .map(topic -> topic.name() + " has " + topic.partitions().size() + " partitions, not "
                        + expected.get(topic.name()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private NewTopic described(Topic<? extends SpecificRecord> topic) {
        return new NewTopic(topic.name(prefix), Optional.of(topic.partitions(partitions)), Optional.empty())
                .configs(topic.config());
    }
}
