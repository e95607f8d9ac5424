package io.ringside.adapters.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;
import io.ringside.schemas.scorecards.Watermark;

/** A center in memory whose boards a test drives: what it shows, how old it is, how its feed stands. */
final class SampleCenter implements Supplier<Board> {
    /** Centers with at least so many queues have one for tickets. */
    private static final int WITH_TICKETS = 6;

    private final SampleTopics topics = new SampleTopics();
    private volatile List<Scorecard> cards = List.of();
    private volatile Supplier<Instant> asOf = () -> Instant.now().minusMillis(700);
    private volatile Feed feed = new Feed(Feed.State.LIVE, Instant.now());
    private long readings;

    /** The cards are shown from now on, as of their own moment. */
    SampleCenter shows(List<Scorecard> shown) {
        cards = List.copyOf(shown);
        return this;
    }

    SampleCenter asOf(Supplier<Instant> moment) {
        asOf = moment;
        return this;
    }

    SampleCenter feed(Feed.State state, String reason) {
        feed = new Feed(state, Instant.now(), reason);
        return this;
    }

    @Override
    public synchronized Board get() {
        BoardFold fold = new BoardFold(readings++, topics.decoder());
        cards.forEach(card -> topics.post(fold, card));
        Instant moment = asOf.get();
        if (!cards.isEmpty()) {
            fold.advance(new Watermark("kpis", 0, moment, Instant.now()));
        }
        return fold.board(feed);
    }

    /** A plausible day in a center with this many queues. */
    static List<Scorecard> day(int queues, Instant now) {
        String[] sites = {"Berlin", "Porto", "Manila"};
        String[] names = {
            "Sales",
            "Billing",
            "Technical support",
            "Retention",
            "Claims",
            "Orders",
            "Returns",
            "Onboarding",
            "Business accounts",
            "Premium care",
            "Fraud desk",
            "Travel changes"
        };
        Random chance = new Random(7);
        List<Scorecard> cards = new ArrayList<>();
        cards.add(figures(SampleScorecards.all(), chance, now, 41).card());
        cards.add(figures(SampleScorecards.channel("voice"), chance, now, 33).card());
        cards.add(figures(SampleScorecards.channel("chat"), chance, now, 8).card());
        if (queues >= WITH_TICKETS) {
            cards.add(tickets(SampleScorecards.channel("ticket"), now));
        }
        for (String site : sites) {
            cards.add(figures(SampleScorecards.site(site), chance, now, 14).card());
        }
        for (int i = 0; i < queues; i++) {
            String name = names[i % names.length] + (i < names.length ? "" : " " + (i / names.length + 1));
            String channel = i % 4 == 3 ? "chat" : "voice";
            if (queues >= WITH_TICKETS && i == queues - 1) {
                cards.add(tickets(SampleScorecards.queue("ticket", name).at(sites[i % sites.length]), now));
                continue;
            }
            SampleScorecards card = SampleScorecards.queue(channel, name).at(sites[i % sites.length]);
            cards.add(figures(card, chance, now, chance.nextInt(7)).card());
        }
        return cards;
    }

    private static Scorecard tickets(SampleScorecards card, Instant now) {
        return card.asOf(now)
                .backlog(132, Duration.ofHours(61))
                .value("first_response_time", 5_400.0, 7_200.0, Status.MET)
                .value("resolution_time", 94_000.0, 86_400.0, Status.MISSED)
                .share("reopen_rate", 3, 80, 0.05, Status.MET)
                .share("csat", 3, 3, 0.85, Status.NO_DATA)
                .card();
    }

    private static SampleScorecards figures(SampleScorecards card, Random chance, Instant now, int waiting) {
        int offered = 40 + chance.nextInt(160);
        int inTime = (int) (offered * Math.min(0.99, 0.77 + chance.nextDouble() * 0.23));
        int lost = (int) (offered * chance.nextDouble() * 0.056);
        double asa = 8 + chance.nextDouble() * 23.5;
        int answers = chance.nextInt(24);
        int happy = (int) Math.round(answers * (0.82 + chance.nextDouble() * 0.17));
        double longest = 20 + chance.nextDouble() * 110;
        card.asOf(now)
                .share("service_level", inTime, offered, 0.8, status(inTime / (double) offered - 0.8, 0.03))
                .value("asa", asa, 30.0, status((30 - asa) / 30, 0.15))
                .share("abandon_rate", lost, offered, 0.05, status(0.05 - lost / (double) offered, 0.01))
                .share(
                        "csat",
                        happy,
                        answers,
                        0.85,
                        answers < 5 ? Status.NO_DATA : status(happy / (double) answers - 0.85, 0.02))
                .value("longest_wait", longest, 120.0, status((120 - longest) / 120, 0.1));
        return waiting == 0 ? card.waiting(0, null) : card.waiting(waiting, Duration.ofMillis((long) (longest * 1000)));
    }

    private static Status status(double ahead, double margin) {
        return ahead < 0 ? Status.MISSED : ahead < margin ? Status.AT_RISK : Status.MET;
    }
}
