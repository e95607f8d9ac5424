package io.ringside.producers.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ringside.producers.Emitted;
import io.ringside.schemas.events.CallEvent;
import io.ringside.schemas.events.ChatEvent;
import io.ringside.schemas.events.MessageSide;
import io.ringside.schemas.events.SurveyEvent;
import io.ringside.schemas.events.SurveyEventType;
import io.ringside.schemas.events.TicketEvent;
import io.ringside.schemas.events.TicketEventType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The event grammar, written as regular expressions over one letter an event. A story that is not over yet must be the beginning of one that is allowed.
 */
final class ContactGrammar {
    /** Enqueued, rings not answered, then answered (and perhaps handed to a colleague), abandoned or flowed out. */
    private static final Pattern VISIT = Pattern.compile("E(RN)*(RA(RA)?|R?B|F)");
    /** Answered; held and resumed, perhaps consulting; messages; escalated, complained, transferred; talk ended; wrapped up. */
    private static final Pattern LEG = Pattern.compile("A(M|HC?U)*X?K?T?DW");
    /** Created; work cycles that end pending, or solved and then reopened; at last solved and closed. */
    private static final Pattern TICKET = Pattern.compile("C(S?(XP)?K?R(p|s)ro)*S?(XP)?K?Rsc");

    private static final Pattern SURVEY = Pattern.compile("SA");

    private static final Map<String, String> VISIT_LETTERS = Map.of(
            "ENQUEUED",
            "E",
            "RANG",
            "R",
            "RING_NOT_ANSWERED",
            "N",
            "ANSWERED",
            "A",
            "ABANDONED",
            "B",
            "FLOWED_OUT",
            "F");
    private static final Map<String, String> LEG_LETTERS = Map.of(
            "ANSWERED",
            "A",
            "HELD",
            "H",
            "CONSULTED",
            "C",
            "RESUMED",
            "U",
            "ESCALATED",
            "X",
            "COMPLAINED",
            "K",
            "TRANSFERRED",
            "T",
            "TALK_ENDED",
            "D",
            "WRAPPED_UP",
            "W");

    private final Map<String, StringBuilder> visits = new LinkedHashMap<>();
    private final Map<String, StringBuilder> legs = new LinkedHashMap<>();
    private final Map<String, StringBuilder> tickets = new LinkedHashMap<>();
    private final Map<String, StringBuilder> surveys = new LinkedHashMap<>();

    void see(Emitted event) {
        if (event.value() instanceof CallEvent it) {
            see(event.key() + "/" + it.getVisitId(), it.getLegId(), it.getType().name());
        } else if (event.value() instanceof ChatEvent it) {
            see(event.key() + "/" + it.getVisitId(), it.getLegId(), it.getType().name());
            if (it.getMessageSide() == MessageSide.AGENT) {
                add(legs, event.key() + "/" + it.getVisitId() + "/" + it.getLegId(), "M");
            }
        } else if (event.value() instanceof TicketEvent it) {
            add(tickets, event.key(), letter(it));
        } else if (event.value() instanceof SurveyEvent it) {
            add(surveys, event.key(), it.getType() == SurveyEventType.SENT ? "S" : "A");
        }
    }

    void check() {
        assertAllowed(VISIT, visits);
        assertAllowed(LEG, legs);
        assertAllowed(TICKET, tickets);
        assertAllowed(SURVEY, surveys);
    }

    private void see(String visit, String leg, String type) {
        if (VISIT_LETTERS.containsKey(type)) {
            add(visits, visit, VISIT_LETTERS.get(type));
        }
        if (LEG_LETTERS.containsKey(type)) {
            add(legs, visit + "/" + leg, LEG_LETTERS.get(type));
        }
    }

    private static String letter(TicketEvent event) {
        if (event.getType() == TicketEventType.REPLIED) {
            return event.getReplySide() == MessageSide.AGENT ? "R" : "r";
        }
        return switch (event.getType()) {
            case CREATED -> "C";
            case ASSIGNED -> "S";
            case ESCALATED -> "X";
            case PRIORITY_CHANGED -> "P";
            case COMPLAINED -> "K";
            case STATUS_CHANGED ->
                switch (event.getStatus()) {
                    case PENDING -> "p";
                    case OPEN -> "o";
                    case SOLVED -> "s";
                    case CLOSED -> "c";
                    default -> "?";
                };
            default -> "?";
        };
    }

    private static void add(Map<String, StringBuilder> stories, String id, String letter) {
        stories.computeIfAbsent(id, key -> new StringBuilder()).append(letter);
    }

    private static void assertAllowed(Pattern grammar, Map<String, StringBuilder> stories) {
        assertThat(stories).isNotEmpty().allSatisfy((id, story) -> {
            Matcher matcher = grammar.matcher(story);
            assertThat(matcher.matches() || matcher.hitEnd())
                    .as("%s: %s must be as %s", id, story, grammar)
                    .isTrue();
        });
    }
}
