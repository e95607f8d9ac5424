package io.ringside.topology;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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

    /** Each number is one contact. They say nothing by themselves, so to shrink is to leave some out. */
    @Provide
    Arbitrary<List<Long>> contacts() {
        return seeds().list().ofMinSize(1).ofMaxSize(40).withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<List<Long>> some() {
        return seeds().list().ofMaxSize(10).withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<List<Long>> few() {
        return seeds().list().ofMaxSize(4).withSizeDistribution(RandomDistribution.uniform());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs()
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .dontShrink();
    }

    @Property(tries = 2)
    void callsOfADay(@ForAll("contacts") List<Long> calls, @ForAll Place place, @ForAll("seeds") long seed) {
        Post post = new Post();
        calls.forEach(call -> Caller.call(call, place.from, OVER_A_NIGHT, post));
        new Trial(place.rules(), post.sent, new Random(seed)).run();
    }

    @Property(tries = 2)
    void allKindsOfContacts(
            @ForAll("some") List<Long> calls,
            @ForAll("some") List<Long> chats,
            @ForAll("some") List<Long> tickets,
            @ForAll("some") List<Long> strangers,
            @ForAll("some") List<Long> shifts,
            @ForAll Place place,
            @ForAll("seeds") long seed) {
        Post post = post(place, calls, chats, tickets, strangers, shifts);
        new Trial(place.rules(), post.sent, new Random(seed)).run();
    }

    @Property(tries = 2)
    void allKindsOfContactsReplayed(
            @ForAll("some") List<Long> calls,
            @ForAll("some") List<Long> chats,
            @ForAll("some") List<Long> tickets,
            @ForAll("some") List<Long> strangers,
            @ForAll("some") List<Long> shifts,
            @ForAll Place place,
            @ForAll("seeds") long seed) {
        Post post = post(place, calls, chats, tickets, strangers, shifts);
        new Trial(place.rules(), post.sent, new Random(seed)).replay();
    }

    @Property(tries = 2)
    void whatComesAfterAWindowHasClosedStatesItAgainAndSaysWhy(
            @ForAll("few") List<Long> calls,
            @ForAll("few") List<Long> chats,
            @ForAll("few") List<Long> tickets,
            @ForAll("few") List<Long> strangers,
            @ForAll("few") List<Long> shifts,
            @ForAll Place place,
            @ForAll("seeds") long seed) {
        Post post = post(place, calls, chats, tickets, strangers, shifts);
        Watcher.looks(seed, 3, post);
        new Trial(place.rules(), post.sent, new Random(seed)).runStepByStep();
    }

    @Property(tries = 2)
    void callsAndChatsWhoseSourceSaysWhoWaits(
            @ForAll("contacts") List<Long> calls,
            @ForAll("some") List<Long> chats,
            @ForAll Place place,
            @ForAll("seeds") long seed) {
        new Trial(place.rules(), watched(calls, chats, place, seed).sent, new Random(seed)).run();
    }

    @Property(tries = 2)
    void callsAndChatsWhoseSourceSaysWhoWaitsReplayed(
            @ForAll("contacts") List<Long> calls,
            @ForAll("some") List<Long> chats,
            @ForAll Place place,
            @ForAll("seeds") long seed) {
        new Trial(place.rules(), watched(calls, chats, place, seed).sent, new Random(seed)).replay();
    }

    private static Post watched(List<Long> calls, List<Long> chats, Place place, long seed) {
        Post post = post(place, calls, chats, List.of(), List.of(), List.of());
        Watcher.looks(seed, 2 * (calls.size() + chats.size()), post);
        return post;
    }

    private static Post post(
            Place place,
            List<Long> calls,
            List<Long> chats,
            List<Long> tickets,
            List<Long> strangers,
            List<Long> shifts) {
        Post post = new Post();
        calls.forEach(call -> Caller.call(call, place.from, OVER_A_NIGHT, post));
        chats.forEach(chat -> Caller.chat(chat, place.from, OVER_A_NIGHT, post));
        tickets.forEach(ticket -> Writer.ticket(ticket, place.from, OVER_A_NIGHT, post));
        strangers.forEach(stranger -> Surveyor.asksAStranger(stranger, place.from, post));
        shifts.forEach(shift -> Shift.of(shift, place.from, OVER_A_NIGHT, post));
        return post;
    }
}
