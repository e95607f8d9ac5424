package io.ringside.schemas;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether something is there that nothing works without, and that may be away for a while: the cluster, the schema registry. Waiting for
 * it says one line an attempt, with its address and what is wrong. Safe for use by many threads; those that wait at once share attempts.
 */
public final class Presence {
    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

    private final String name;
    private final Question question;
    private volatile Optional<String> absence = Optional.empty();

    /**
     * The presence of one thing.
     *
     * @param name what it is and where, for example {@code Kafka at localhost:9092}
     * @param question asked anew with each attempt
     */
    public Presence(String name, Question question) {
        this.name = name;
        this.question = question;
    }

    /** What is said while it is waited for, for a person; empty while nobody waits. Never waits itself. */
    public Optional<String> absence() {
        return absence;
    }

    /** Asks once; what is wrong, for a person, or nothing where it answers. */
    public Optional<String> ask() throws InterruptedException {
        return question.whatIsWrong().map(this::absent);
    }

    private String absent(String wrong) {
        return name + " does not answer: " + wrong;
    }

    /**
     * Returns once it answers, however long that takes.
     *
     * @param sleeper passes the time between attempts, and may end the waiting by being interrupted
     * @throws RuntimeException what the question throws, which is of no passing kind
     */
    public synchronized void await(BackOff.Sleeper sleeper) throws InterruptedException {
        BackOff backOff = new BackOff(sleeper);
        try {
            Optional<String> wrong = question.whatIsWrong();
            while (wrong.isPresent()) {
                absence = wrong.map(this::absent);
                LOG.warn("{}. Next attempt in {}", absence.get(), backOff.announced());
                backOff.pause();
                wrong = question.whatIsWrong();
            }
            if (!backOff.unused()) {
                LOG.info("{} answers", name);
            }
        } finally {
            absence = Optional.empty();
        }
    }

    /** Asks for anything, to learn whether it is there. */
    public interface Question {
        /** What is wrong, in a few words; empty if there was an answer. */
        Optional<String> whatIsWrong() throws InterruptedException;
    }
}
