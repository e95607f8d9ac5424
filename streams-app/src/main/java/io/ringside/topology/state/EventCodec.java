package io.ringside.topology.state;

import java.util.Optional;

import io.ringside.core.events.Channel;
import io.ringside.core.events.Csat;
import io.ringside.core.events.Event;
import io.ringside.core.events.Event.Credit;
import io.ringside.core.events.Event.FlowOutReason;
import io.ringside.core.events.Event.Side;
import io.ringside.core.events.Event.TicketStatus;
import io.ringside.core.events.Event.TransferKind;

/**
 * How events are kept inside a contact: a tag, the id, the moment, and what the kind needs. Tags and the order of enum
 * constants are stored: add at the end, never reorder.
 */
final class EventCodec {
    private enum Tag {
        ENQUEUED,
        ABANDONED,
        FLOWED_OUT,
        MESSAGE_SENT,
        RANG,
        RING_NOT_ANSWERED,
        ANSWERED,
        HELD,
        RESUMED,
        CONSULTED,
        TRANSFERRED,
        TALK_ENDED,
        WRAPPED_UP,
        ESCALATED,
        COMPLAINED,
        TICKET_CREATED,
        TICKET_ASSIGNED,
        TICKET_REPLIED,
        TICKET_STATUS_CHANGED,
        SURVEY_SENT,
        SURVEY_ANSWERED,
        /** Enqueued, with the source that says so. */
        ENQUEUED_BY_SOURCE
    }

    private static final Tag[] TAGS = Tag.values();
    private static final Channel[] CHANNELS = Channel.values();
    private static final FlowOutReason[] REASONS = FlowOutReason.values();
    private static final TransferKind[] TRANSFERS = TransferKind.values();
    private static final Side[] SIDES = Side.values();
    private static final TicketStatus[] STATUSES = TicketStatus.values();

    private EventCodec() {}

    static void write(Event event, ByteWriter out) {
        if (event instanceof Event.OfLeg ofLeg) {
            writeOfLeg(ofLeg, out);
        } else if (event instanceof Event.OfVisit ofVisit) {
            writeOfVisit(ofVisit, out);
        } else {
            writeOther(event, out);
        }
    }

    private static ByteWriter head(Tag tag, Event event, ByteWriter out) {
        return symbol(tag, out).writeString(event.id()).writeMoment(event.at());
    }

    @SuppressWarnings("EnumOrdinal") // ordinals are the stored numbers; the enums written here only grow at the end
    private static ByteWriter symbol(Enum<?> symbol, ByteWriter out) {
        return out.writeByte(symbol.ordinal());
    }

    private static void writeOfVisit(Event.OfVisit event, ByteWriter out) {
        if (event instanceof Event.Enqueued enqueued) {
            boolean named = !enqueued.source().isEmpty();
            head(named ? Tag.ENQUEUED_BY_SOURCE : Tag.ENQUEUED, event, out).writeString(event.visit());
            symbol(enqueued.channel(), out).writeString(enqueued.queue());
            if (named) {
                out.writeString(enqueued.source());
            }
        } else if (event instanceof Event.FlowedOut flowedOut) {
            head(Tag.FLOWED_OUT, event, out).writeString(event.visit());
            symbol(flowedOut.reason(), out);
        } else if (event instanceof Event.MessageSent message) {
            head(Tag.MESSAGE_SENT, event, out).writeString(event.visit());
            symbol(message.side(), out);
        } else {
            head(Tag.ABANDONED, event, out).writeString(event.visit());
        }
    }

    private static void writeOfLeg(Event.OfLeg event, ByteWriter out) {
        head(tag(event), event, out).writeString(event.visit()).writeString(event.leg());
        if (event instanceof Event.Answered answered) {
            out.writeString(answered.agent()).writeOptional(answered.team());
        } else if (event instanceof Event.Rang rang) {
            out.writeString(rang.agent());
        } else if (event instanceof Event.RingNotAnswered ring) {
            out.writeString(ring.agent());
        } else if (event instanceof Event.Transferred transferred) {
            symbol(transferred.kind(), out);
        }
    }

    private static Tag tag(Event.OfLeg event) {
        if (event instanceof Event.Answered) {
            return Tag.ANSWERED;
        } else if (event instanceof Event.Rang) {
            return Tag.RANG;
        } else if (event instanceof Event.RingNotAnswered) {
            return Tag.RING_NOT_ANSWERED;
        } else if (event instanceof Event.Held) {
            return Tag.HELD;
        } else if (event instanceof Event.Resumed) {
            return Tag.RESUMED;
        } else if (event instanceof Event.Consulted) {
            return Tag.CONSULTED;
        } else if (event instanceof Event.Transferred) {
            return Tag.TRANSFERRED;
        } else if (event instanceof Event.TalkEnded) {
            return Tag.TALK_ENDED;
        }
        return Tag.WRAPPED_UP;
    }

    private static void writeOther(Event event, ByteWriter out) {
        if (event instanceof Event.Escalated) {
            head(Tag.ESCALATED, event, out);
        } else if (event instanceof Event.Complained) {
            head(Tag.COMPLAINED, event, out);
        } else if (event instanceof Event.TicketCreated created) {
            head(Tag.TICKET_CREATED, event, out).writeString(created.queue());
        } else if (event instanceof Event.TicketAssigned assigned) {
            head(Tag.TICKET_ASSIGNED, event, out)
                    .writeOptional(assigned.queue())
                    .writeOptional(assigned.agent());
        } else if (event instanceof Event.TicketReplied replied) {
            head(Tag.TICKET_REPLIED, event, out);
            symbol(replied.side(), out).writeOptional(replied.agent());
        } else if (event instanceof Event.TicketStatusChanged changed) {
            head(Tag.TICKET_STATUS_CHANGED, event, out);
            symbol(changed.status(), out);
        } else if (event instanceof Event.SurveySent sent) {
            head(Tag.SURVEY_SENT, event, out).writeString(sent.survey());
            writeCredit(sent.credit(), out);
        } else if (event instanceof Event.SurveyAnswered answered) {
            head(Tag.SURVEY_ANSWERED, event, out).writeString(answered.survey());
            writeCredit(answered.credit(), out);
            out.writeBoolean(answered.csat().isPresent());
            answered.csat()
                    .ifPresent(csat ->
                            out.writeInt(csat.rating()).writeInt(csat.lowest()).writeInt(csat.highest()));
        }
    }

    private static void writeCredit(Optional<Credit> credit, ByteWriter out) {
        out.writeBoolean(credit.isPresent());
        credit.ifPresent(c -> symbol(c.channel(), out).writeString(c.queue()).writeOptional(c.agent()));
    }

    static Event read(ByteReader in) {
        Tag tag = TAGS[in.readByte()];
        String id = in.readString();
        long at = in.readMoment();
        return switch (tag) {
            case ENQUEUED -> new Event.Enqueued(id, at, in.readString(), CHANNELS[in.readByte()], in.readString());
            case ENQUEUED_BY_SOURCE ->
                new Event.Enqueued(id, at, in.readString(), CHANNELS[in.readByte()], in.readString(), in.readString());
            case ABANDONED -> new Event.Abandoned(id, at, in.readString());
            case FLOWED_OUT -> new Event.FlowedOut(id, at, in.readString(), REASONS[in.readByte()]);
            case MESSAGE_SENT -> new Event.MessageSent(id, at, in.readString(), SIDES[in.readByte()]);
            case ESCALATED -> new Event.Escalated(id, at);
            case COMPLAINED -> new Event.Complained(id, at);
            case TICKET_CREATED -> new Event.TicketCreated(id, at, in.readString());
            case TICKET_ASSIGNED -> new Event.TicketAssigned(id, at, in.readOptional(), in.readOptional());
            case TICKET_REPLIED -> new Event.TicketReplied(id, at, SIDES[in.readByte()], in.readOptional());
            case TICKET_STATUS_CHANGED -> new Event.TicketStatusChanged(id, at, STATUSES[in.readByte()]);
            case SURVEY_SENT -> new Event.SurveySent(id, at, in.readString(), readCredit(in));
            case SURVEY_ANSWERED -> readSurveyAnswer(id, at, in);
            default -> readOfLeg(tag, id, at, in.readString(), in.readString(), in);
        };
    }

    private static Event readOfLeg(Tag tag, String id, long at, String visit, String leg, ByteReader in) {
        return switch (tag) {
            case RANG -> new Event.Rang(id, at, visit, leg, in.readString());
            case RING_NOT_ANSWERED -> new Event.RingNotAnswered(id, at, visit, leg, in.readString());
            case ANSWERED -> new Event.Answered(id, at, visit, leg, in.readString(), in.readOptional());
            case HELD -> new Event.Held(id, at, visit, leg);
            case RESUMED -> new Event.Resumed(id, at, visit, leg);
            case CONSULTED -> new Event.Consulted(id, at, visit, leg);
            case TRANSFERRED -> new Event.Transferred(id, at, visit, leg, TRANSFERS[in.readByte()]);
            case TALK_ENDED -> new Event.TalkEnded(id, at, visit, leg);
            case WRAPPED_UP -> new Event.WrappedUp(id, at, visit, leg);
            default -> throw new IllegalStateException("no event of a leg: " + tag);
        };
    }

    private static Event readSurveyAnswer(String id, long at, ByteReader in) {
        String survey = in.readString();
        Optional<Credit> credit = readCredit(in);
        Optional<Csat> csat =
                in.readBoolean() ? Optional.of(new Csat(in.readInt(), in.readInt(), in.readInt())) : Optional.empty();
        return new Event.SurveyAnswered(id, at, survey, csat, credit);
    }

    private static Optional<Credit> readCredit(ByteReader in) {
        return in.readBoolean()
                ? Optional.of(new Credit(CHANNELS[in.readByte()], in.readString(), in.readOptional()))
                : Optional.empty();
    }
}
