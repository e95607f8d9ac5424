package io.ringside.producers.replay;

/**
 * How a row tells a ticket.
 *
 * @param assigned from created until an agent had it
 * @param firstReply from created until a person first replied in public
 * @param solved from created until it was solved
 * @param closed from created until it was closed
 */
record TicketMapping(
        Condition when,
        Field<String> queue,
        Field<Moment> created,
        Field<String> priority,
        Field<String> agent,
        Field<String> team,
        Field<String> contactReason,
        Span assigned,
        Span firstReply,
        Span solved,
        Span closed) {

    static TicketMapping read(YamlNode node, Fields fields) {
        TicketMapping ticket = new TicketMapping(
                fields.when(node),
                fields.required(node, "queue", Vocabulary.TEXT),
                fields.requiredTime(node, "created"),
                fields.optional(node, "priority", Vocabulary.TEXT),
                fields.optional(node, "agent", Vocabulary.TEXT),
                fields.optional(node, "team", Vocabulary.TEXT),
                fields.optional(node, "contactReason", Vocabulary.TEXT),
                fields.span(node, "assigned", "assignedAfter"),
                fields.span(node, "firstReply", "firstReplyAfter"),
                fields.span(node, "solved", "solvedAfter"),
                fields.span(node, "closed", "closedAfter"));
        node.refuseOtherKeys();
        return ticket;
    }
}
