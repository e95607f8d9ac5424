package io.ringside.local.torture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import io.ringside.proof.History;
import io.ringside.proof.Place;

/**
 * What an app is to go through. The same ordeal has the same history and the same plan of kills; at what instruction a
 * process dies is for the machine to say.
 *
 * @param seed of all chances
 * @param contacts how many contacts and shifts make up the history
 * @param instances how many processes of the app share the work
 * @param appKills how often one of them is killed
 * @param brokerKills how often the broker is killed
 */
record Ordeal(long seed, int contacts, int instances, int appKills, int brokerKills) {

    /** Who is killed. */
    enum Victim {
        APP,
        BROKER
    }

    Ordeal {
        if (contacts < 1 || instances < 1 || appKills < 0 || brokerKills < 0) {
            throw new IllegalArgumentException("contacts and instances must be 1 or more, kills 0 or more: " + contacts
                    + ", " + instances + ", " + appKills + ", " + brokerKills);
        }
    }

    /** Whatever chance decides about one matter, the same each time. */
    Random chances(String about) {
        // Neighbouring seeds of Random begin alike.
        return new Random(new SplittableRandom(seed + about.hashCode()).nextLong());
    }

    /** The center and the days that it is about: long enough ago, since what lies in the future is refused. */
    Place place(Instant now) {
        List<Place> past = Stream.of(Place.values())
                .filter(place -> place.from.isBefore(now.minus(History.AT_MOST)))
                .toList();
        return past.get(chances("place").nextInt(past.size()));
    }

    History history(Instant now) {
        return History.of(place(now), seed, contacts);
    }

    /** Who is killed in what order: the broker's turns are spread over those of the app. */
    List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        for (int i = 0; i < appKills + brokerKills; i++) {
            victims.add(i < appKills ? Victim.APP : Victim.BROKER);
        }
        Collections.shuffle(victims, chances("victims"));
        return victims;
    }
}
