package io.ringside.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final double MINUTE = 60;

    private final List<Emitted> events = Simulation.until(
                    Scenario.of(Center.berlinAndLisbon(), 3, START)
                            .with(new Incident("support", START, START.plus(WEEK), 1.3, 0.2)),
                    START.plus(WEEK))
            .toList();
    private final Map<String, Double> waitSeconds = Visits.in(events.stream()).stream()
            .filter(visit -> !visit.waits())
            .collect(Collectors.toMap(Visits.Seen::contact, Visits.Seen::waitSeconds, Double::sum));
    private final List<SurveyEvent> answers = surveys(SurveyEventType.ANSWERED);

    @Test
    void whoWaitedLongIsLessSatisfied() {
        Figure prompt = csat(survey -> wait(survey) <= MINUTE / 3);
        Figure late = csat(survey -> wait(survey) > 3 * MINUTE);

        assertThat(late.count()).isGreaterThan(100);
        assertThat(prompt.mean() - late.mean()).isGreaterThan(2.6 * prompt.errorOfDifference(late));
        assertThat(prompt.mean() - late.mean()).isGreaterThan(0.5);
    }

    @Test
    void whoseMatterIsNotSettledIsLessSatisfied() {
        Figure settled = csat(SurveyEvent::getResolved);
        Figure open = csat(survey -> !survey.getResolved());

        assertThat(settled.mean() - open.mean()).isGreaterThan(1);
    }

    @Test
    void whoIsSatisfiedRecommendsAndFoundItEasy() {
        Figure promoters = figure(survey -> survey.getNps() != null && survey.getNps() >= 9, SurveyEvent::getCsat);
        Figure detractors = figure(survey -> survey.getNps() != null && survey.getNps() <= 6, SurveyEvent::getCsat);
        Figure easy = figure(survey -> survey.getCes() != null && survey.getCes() >= 6, SurveyEvent::getCsat);

        assertThat(promoters.mean()).isGreaterThan(detractors.mean() + 1);
        assertThat(easy.mean()).isGreaterThan(4);
    }

    @Test
    void aShareOfHandledContactsIsAskedAndAShareOfThoseAnswers() {
        Surveying plan = Center.berlinAndLisbon().surveying();
        long sent = surveys(SurveyEventType.SENT).size();

        assertThat((double) answers.size() / sent).isCloseTo(plan.answeredShare(), within(0.02));
    }

    @Test
    void everyAnswerIsOnItsScale() {
        assertThat(answers)
                .allMatch(survey -> survey.getCsat() >= 1 && survey.getCsat() <= 5)
                .allMatch(survey -> survey.getNps() == null || (survey.getNps() >= 0 && survey.getNps() <= 10))
                .allMatch(survey -> survey.getCes() == null || (survey.getCes() >= 1 && survey.getCes() <= 7));
    }

    private double wait(SurveyEvent survey) {
        return survey.getChannel() == Channel.TICKET ? 0 : waitSeconds.get(survey.getContactId());
    }

    private List<SurveyEvent> surveys(SurveyEventType type) {
        return events.stream()
                .filter(event -> event.value() instanceof SurveyEvent)
                .map(event -> (SurveyEvent) event.value())
                .filter(survey -> survey.getType() == type)
                .toList();
    }

    private Figure csat(Predicate<SurveyEvent> which) {
        return figure(survey -> survey.getChannel() != Channel.TICKET && which.test(survey), SurveyEvent::getCsat);
    }

    private Figure figure(Predicate<SurveyEvent> which, ToDoubleFunction<SurveyEvent> value) {
        double[] values = answers.stream().filter(which).mapToDouble(value).toArray();
        return new Figure(values.length, ChanceTest.mean(values), ChanceTest.deviation(values));
    }

    private record Figure(int count, double mean, double deviation) {
        double errorOfDifference(Figure other) {
            return Math.sqrt(deviation * deviation / count + other.deviation * other.deviation / other.count);
        }
    }
}
