package io.ringside.producers.replay;

/**
 * Which contact, and which part of it, a row tells of. Parts a contact has only one of are empty.
 *
 * @param source the system that says so
 */
record Identity(String source, String contact, String visit, String leg, String survey) {

    /** The same row makes the same ids each time it is read, so an event that was published before is known again. */
    String ofVisitEvent(Enum<?> type) {
        return String.join("/", source, contact, visit, type.name());
    }

    String ofLegEvent(Enum<?> type) {
        return String.join("/", source, contact, visit, leg, type.name());
    }

    String ofTicketEvent(String what) {
        return String.join("/", source, contact, what);
    }

    String ofSurveyEvent(Enum<?> type) {
        return String.join("/", source, contact, "survey", survey, type.name());
    }
}
