package io.ringside.proof;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.ringside.schemas.Topics;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;

/** Asks customers how it was; some answer days later, some were never asked, some tell without a figure. */
public final class Surveyor {
    private static final int DAYS = 2;
    private static final List<int[]> SCALES =
            List.of(new int[] {1, 5}, new int[] {0, 10}, new int[] {1, 2}, new int[] {1, 7}, new int[] {0, 1});

    private Surveyor() {}

    /** Asks after a contact, once or twice. */
    static void asks(Random random, String contact, Instant after, Post post) {
        boolean twice = random.nextInt(5) == 0;
        ask(random, contact, twice ? "first" : null, after, false, post);
        if (twice) {
            ask(random, contact, "second", after, false, post);
        }
    }

    /** Asks after a contact of which nobody else tells; the survey itself says whose it was. */
    public static void asksAStranger(long seed, Instant after, Post post) {
        ask(new Random(seed), "stranger" + Long.toHexString(seed), null, after, true, post);
    }

    private static void ask(Random random, String contact, String survey, Instant after, boolean names, Post post) {
        Instant sentAt = after.plusMillis(1 + random.nextInt(3_600_000));
        boolean isSent = random.nextInt(6) > 0;
        boolean isAnswered = !isSent || random.nextBoolean();
        if (isSent) {
            send(random, event(contact, survey, SurveyEventType.SENT, sentAt), names, post);
        }
        if (isAnswered) {
            long later = random.nextBoolean() ? random.nextInt(600_000) : random.nextInt(DAYS * 86_400_000);
            SurveyEvent.Builder answer = event(contact, survey, SurveyEventType.ANSWERED, sentAt.plusMillis(1 + later));
            if (random.nextInt(6) > 0) {
                int[] scale = SCALES.get(random.nextInt(SCALES.size()));
                answer.setCsatLowest(scale[0])
                        .setCsatHighest(scale[1])
                        .setCsat(scale[0] + random.nextInt(scale[1] - scale[0] + 1));
            }
            send(random, answer, names, post);
        }
    }

    private static SurveyEvent.Builder event(String contact, String survey, SurveyEventType type, Instant at) {
        return SurveyEvent.newBuilder()
                .setEventId(contact + "-" + survey + "-" + type)
                .setOccurredAt(at)
                .setSource("test")
                .setContactId(contact)
                .setSurveyId(survey)
                .setType(type);
    }

    private static void send(Random random, SurveyEvent.Builder event, boolean names, Post post) {
        if (names) {
            event.setChannel(Channel.VOICE).setQueue("sales").setAgent("ada");
        }
        post.send(random, Post.LATEST, event.getOccurredAt(), Topics.SURVEYS, event.getContactId(), event.build());
    }
}
