package io.ringside.topology;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

import io.ringside.proof.Caller;
import io.ringside.proof.Place;
import io.ringside.proof.Post;
import io.ringside.proof.Shift;
import io.ringside.proof.Surveyor;
import io.ringside.proof.Watcher;
import io.ringside.proof.Writer;

/** What the topology publishes is what the oracle says of the same events. */
@AddLifecycleHook(value = Tries.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
final class OracleTest {
    private static final Duration OVER_A_NIGHT = Duration.ofHours(30);
    private static final Arbitrary<List<Long>> NONE = Arbitraries.just(List.of());

    /** What happens at a place over a night. Each number is one contact, or one shift, and says nothing by itself. */
    record Night(
            List<Long> calls,
            List<Long> chats,
            List<Long> tickets,
            List<Long> strangers,
            List<Long> shifts,
            Place place,
            long seed) {

        Trial trial() {
            return trial(post());
        }

        /** The same where the source also says who waits, now and then. */
        Trial watched(int looks) {
            Post post = post();
            Watcher.looks(seed, looks, post);
            return trial(post);
        }

        int contacts() {
            return calls.size() + chats.size();
        }

        private Trial trial(Post post) {
            return new Trial(place.rules(), post.sent, new Random(seed));
        }

        private Post post() {
            Post post = new Post();
            calls.forEach(call -> Caller.call(call, place.from, OVER_A_NIGHT, post));
            chats.forEach(chat -> Caller.chat(chat, place.from, OVER_A_NIGHT, post));
            tickets.forEach(ticket -> Writer.ticket(ticket, place.from, OVER_A_NIGHT, post));
            strangers.forEach(stranger -> Surveyor.asksAStranger(stranger, place.from, post));
            shifts.forEach(shift -> Shift.of(shift, place.from, OVER_A_NIGHT, post));
            return post;
        }
    }

    @Provide
    Arbitrary<Night> callers() {
        return nights(contacts(1, 40), NONE, NONE);
    }

    @Provide
    Arbitrary<Night> callersAndChatters() {
        return nights(contacts(1, 40), contacts(0, 10), NONE);
    }

    @Provide
    Arbitrary<Night> allKinds() {
        return nights(contacts(0, 10), contacts(0, 10), contacts(0, 10));
    }

    @Provide
    Arbitrary<Night> fewOfAllKinds() {
        return nights(contacts(0, 4), contacts(0, 4), contacts(0, 4));
    }

    /** @param others tickets, strangers and shifts, as many of each */
    private static Arbitrary<Night> nights(
            Arbitrary<List<Long>> calls, Arbitrary<List<Long>> chats, Arbitrary<List<Long>> others) {
        return Combinators.combine(calls, chats, others, others, others, Arbitraries.of(Place.class), seeds())
                .as(Night::new);
    }

    /** To shrink is to leave some out. */
    private static Arbitrary<List<Long>> contacts(int least, int most) {
        return seeds().list().ofMinSize(least).ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .dontShrink();
    }

    @Property(tries = 2)
    void callsOfADay(@ForAll("callers") Night night) {
        night.trial().run();
    }

    @Property(tries = 2)
    void allKindsOfContacts(@ForAll("allKinds") Night night) {
        night.trial().run();
    }

    @Property(tries = 2)
    void allKindsOfContactsReplayed(@ForAll("allKinds") Night night) {
        night.trial().replay();
    }

    @Property(tries = 2)
    void whatComesAfterAWindowHasClosedStatesItAgainAndSaysWhy(@ForAll("fewOfAllKinds") Night night) {
        night.watched(3).runStepByStep();
    }

    @Property(tries = 2)
    void callsAndChatsWhoseSourceSaysWhoWaits(@ForAll("callersAndChatters") Night night) {
        night.watched(2 * night.contacts()).run();
    }

    @Property(tries = 2)
    void callsAndChatsWhoseSourceSaysWhoWaitsReplayed(@ForAll("callersAndChatters") Night night) {
        night.watched(2 * night.contacts()).replay();
    }
}
