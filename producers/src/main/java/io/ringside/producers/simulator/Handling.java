package io.ringside.producers.simulator;

import java.util.List;

import io.ringside.schemas.events.Channel;

/** How the contacts of a queue are worked on; says the queue's channel too. */
public sealed interface Handling {
    Channel channel();

    /** Work with a customer who waits on the line. */
    sealed interface Live extends Handling {
        Pickup pickup();

        Transfers transfers();
    }

    /**
     * Calls.
     *
     * @param talk talking, holds not counted
     * @param holdShare of calls that are put on hold once; half of them a second time
     * @param hold the length of one hold
     * @param consultShare of calls in which the agent asks a colleague while the caller holds
     */
    record Calls(
            Pickup pickup,
            Span talk,
            double holdShare,
            Span hold,
            double consultShare,
            Span wrapUp,
            Trouble trouble,
            Transfers transfers)
            implements Live {
        public Calls {
            Bounds.share("holdShare", holdShare);
            Bounds.share("consultShare", consultShare);
        }

        /** Talk and nothing else, as queueing formulas assume. */
        public static Calls plain(Span talk) {
            return new Calls(Pickup.instant(), talk, 0, Span.none(), 0, Span.none(), Trouble.none(), Transfers.none());
        }

        @Override
        public Channel channel() {
            return Channel.VOICE;
        }
    }

    /**
     * Chats.
     *
     * @param replies mean number of agent replies; geometric
     * @param agentWrites from a customer's message to the reply of an agent with one chat; a quarter longer with each further chat
     * @param customerWrites from a reply to the customer's next message
     */
    record Chats(
            Pickup pickup,
            double replies,
            Span agentWrites,
            Span customerWrites,
            Span wrapUp,
            Trouble trouble,
            Transfers transfers)
            implements Live {
        public Chats {
            if (!(replies >= 1)) {
                throw new IllegalArgumentException("replies: must be 1 or more, was %s".formatted(replies));
            }
        }

        @Override
        public Channel channel() {
            return Channel.CHAT;
        }
    }

    /**
     * Tickets.
     *
     * @param work on one reply
     * @param solvedShare of replies that solve the ticket; after the others it waits for the customer
     * @param customerReplies from such a reply to the customer's
     * @param reopenedShare of solved tickets on which the customer comes back
     * @param closes from solved to closed, or to reopened
     * @param priorities what tickets begin with, each as likely as another
     */
    record Tickets(
            Span work,
            double solvedShare,
            Span customerReplies,
            double reopenedShare,
            Span closes,
            List<String> priorities,
            Trouble trouble)
            implements Handling {
        public Tickets {
            Bounds.share("solvedShare", solvedShare);
            Bounds.share("reopenedShare", reopenedShare);
            if (!(solvedShare > 0)) {
                throw new IllegalArgumentException("solvedShare: must be > 0, else no ticket ends");
            }
            priorities = List.copyOf(priorities);
            Bounds.atLeastOne("priorities", priorities.size());
        }

        @Override
        public Channel channel() {
            return Channel.TICKET;
        }
    }
}
