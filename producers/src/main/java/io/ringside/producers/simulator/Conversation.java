package io.ringside.producers.simulator;

import java.util.ArrayDeque;
import java.util.Queue;

import io.ringside.schemas.events.ChatEventType;
import io.ringside.schemas.events.MessageSide;

/** What goes on between a customer and an agent from the answer to the end of the talk. */
sealed interface Conversation {
    void begin();

    static Conversation of(Operation operation, Leg leg, Handling.Live handling) {
        return handling instanceof Handling.Calls calls
                ? new Call(operation.timeline(), leg, calls)
                : new Chat(operation.timeline(), leg, (Handling.Chats) handling);
    }

    /** Talk, cut into equal parts by holds and a consultation. */
    final class Call implements Conversation {
        private static final double HELD_AGAIN = 0.5;

        private final Timeline timeline;
        private final Leg leg;
        private final Handling.Calls handling;
        private final Queue<Step> script = new ArrayDeque<>();

        private record Step(long millis, Runnable then) {}

        private Call(Timeline timeline, Leg leg, Handling.Calls handling) {
            this.timeline = timeline;
            this.leg = leg;
            this.handling = handling;
        }

        @Override
        public void begin() {
            Chance chance = leg.contact().chance();
            long talk = handling.talk().draw(chance);
            boolean held = chance.happens(handling.holdShare());
            boolean heldAgain = chance.happens(HELD_AGAIN);
            boolean consults = chance.happens(handling.consultShare());
            int holds = held ? heldAgain ? 2 : 1 : 0;
            int parts = holds + (consults ? 2 : 1);
            for (int i = 0; i < holds; i++) {
                hold(talk / parts, false);
            }
            if (consults) {
                hold(talk / parts, true);
            }
            script.add(new Step(talk - talk / parts * (parts - 1), this::end));
            play();
        }

        private void hold(long talkBefore, boolean consults) {
            long held = handling.hold().draw(leg.contact().chance());
            script.add(new Step(talkBefore, () -> leg.note(leg.note(ChatEventType.HELD))));
            if (consults) {
                script.add(new Step(0, () -> leg.note(leg.note(ChatEventType.CONSULTED))));
            }
            script.add(new Step(held, () -> {
                leg.contact().journey().held(held);
                leg.note(leg.note(ChatEventType.RESUMED));
            }));
        }

        private void play() {
            Step next = script.poll();
            if (next != null) {
                timeline.after(next.millis(), () -> {
                    next.then().run();
                    play();
                });
            }
        }

        private void end() {
            leg.end(handling.trouble(), handling.transfers(), handling.wrapUp());
        }
    }

    /** Messages to and fro. The more chats an agent has, the longer each reply takes. */
    final class Chat implements Conversation {
        private static final double SLOWER_WITH_EACH_CHAT = 0.25;

        private final Timeline timeline;
        private final Leg leg;
        private final Handling.Chats handling;
        private final Chance chance;

        private Chat(Timeline timeline, Leg leg, Handling.Chats handling) {
            this.timeline = timeline;
            this.leg = leg;
            this.handling = handling;
            chance = leg.contact().chance();
        }

        @Override
        public void begin() {
            agentWrites();
        }

        private void agentWrites() {
            double load = 1 + SLOWER_WITH_EACH_CHAT * (leg.agent().contacts() - 1);
            timeline.after(StrictMath.round(handling.agentWrites().draw(chance) * load), this::agentWrote);
        }

        private void agentWrote() {
            leg.note(leg.note(ChatEventType.MESSAGE).side(MessageSide.AGENT));
            boolean last = chance.happens(1 / handling.replies());
            long pause = handling.customerWrites().draw(chance);
            timeline.after(pause, last ? this::end : this::customerWrote);
        }

        private void customerWrote() {
            leg.note(leg.note(ChatEventType.MESSAGE).side(MessageSide.CUSTOMER));
            agentWrites();
        }

        private void end() {
            leg.end(handling.trouble(), handling.transfers(), handling.wrapUp());
        }
    }
}
