package io.ringside.producers.replay;

import java.time.Duration;
import java.util.EnumSet;

import io.ringside.schemas.events.Channel;
import io.ringside.schemas.events.Party;
import io.ringside.schemas.events.TransferKind;

/**
 * How a row tells a visit of a call or chat to a queue.
 *
 * @param waiting from enqueued until answered, abandoned or flowed out
 * @param talk from answered until the talk ended
 * @param talkIncludesHold whether a talk duration contains the time on hold
 * @param hold the time on hold, in all
 * @param wrapUp from the end of the talk until the agent was free again
 * @param firstReply from enqueued until a person first wrote
 * @param visit tells visits of one contact apart
 * @param leg tells agents of one visit apart
 */
record VisitMapping(
        Condition when,
        Field<Channel> channel,
        Field<String> queue,
        Field<Moment> enqueued,
        Span waiting,
        Field<Outcome> outcome,
        Field<String> agent,
        Field<String> team,
        Span talk,
        boolean talkIncludesHold,
        Field<Duration> hold,
        Span wrapUp,
        Span firstReply,
        Field<TransferKind> transfer,
        Field<Party> endedBy,
        Field<Boolean> escalated,
        Field<Boolean> complained,
        Field<String> contactReason,
        Field<String> visit,
        Field<String> leg) {

    private static final Words<TransferKind> TRANSFERS =
            Words.of(EnumSet.complementOf(EnumSet.of(TransferKind.UNKNOWN)));

    static VisitMapping read(YamlNode node, Fields fields) {
        VisitMapping visit = new VisitMapping(
                fields.when(node),
                fields.optional(node, "channel", Words.of(EnumSet.of(Channel.VOICE, Channel.CHAT))),
                fields.required(node, "queue", Vocabulary.TEXT),
                fields.requiredTime(node, "enqueued"),
                fields.span(node, "left", "wait"),
                fields.required(node, "outcome", Words.of(EnumSet.allOf(Outcome.class))),
                fields.optional(node, "agent", Vocabulary.TEXT),
                fields.optional(node, "team", Vocabulary.TEXT),
                fields.span(node, "talkEnded", "talk"),
                node.get("talkIncludesHold").map(YamlNode::trueOrFalse).orElse(false),
                fields.duration(node, "hold"),
                fields.span(node, "wrappedUp", "wrapUp"),
                fields.span(node, "firstReply", "firstReplyAfter"),
                fields.optional(node, "transfer", TRANSFERS),
                fields.optional(node, "endedBy", Words.of(EnumSet.complementOf(EnumSet.of(Party.UNKNOWN)))),
                fields.optional(node, "escalated", Words.YES_NO),
                fields.optional(node, "complained", Words.YES_NO),
                fields.optional(node, "contactReason", Vocabulary.TEXT),
                fields.optional(node, "visit", Vocabulary.TEXT),
                fields.optional(node, "leg", Vocabulary.TEXT));
        visit.refuseWhatDoesNotFit(node);
        node.refuseOtherKeys();
        return visit;
    }

    private void refuseWhatDoesNotFit(YamlNode node) {
        if (!waiting.isMapped()) {
            node.refuse("needs wait or left");
        }
        if (!talk.isMapped() && (wrapUp.isMapped() || hold.isMapped())) {
            node.refuse("needs talk or talkEnded for hold and wrapUp to follow");
        }
        if (talkIncludesHold && !talk.lasting().isMapped()) {
            node.refuse("talkIncludesHold needs talk");
        }
    }
}
