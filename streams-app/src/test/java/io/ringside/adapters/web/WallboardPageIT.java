package io.ringside.adapters.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.Keys;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.scorecards.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The wallboard in a real browser, before a center that the test drives. */
@EnabledIf(value = "io.ringside.adapters.web.Browser#present", disabledReason = "no Chromium on this machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WallboardPageIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Browser browser;
    private SampleCenter center;
    private WebServer server;

    @BeforeAll
    void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void openCenter() {
        center = new SampleCenter();
        server = serve(0);
        browser.size(1920, 1080);
    }

    @AfterEach
    void closeCenter() {
        server.close();
    }

    @Test
    void aQueueShowsItsSixFiguresWithTargetsAndStates() {
        Instant now = Instant.now();
        center.shows(List.of(SampleScorecards.queue("voice", "Sales")
                .at("Berlin")
                .asOf(now)
                .waiting(3, Duration.ofMinutes(2))
                .share("service_level", 81, 100, 0.8, Status.AT_RISK)
                .value("asa", 24.2, 30.0, Status.MET)
                .share("abandon_rate", 8, 100, 0.05, Status.MISSED)
                .share("csat", 0, 0, 0.85, Status.NO_DATA)
                .value("longest_wait", 130.0, 300.0, Status.MET)
                .card()));
        go("");
        awaitTiles(1);
        assertThat(figure("waiting")).isEqualTo("Waiting, 3");
        assertThat(figure("longest_wait")).matches("Longest wait, 2:0\\d, target ≤5:00, MET");
        assertThat(figure("service_level")).isEqualTo("Service level, 81.0%, target ≥80%, AT RISK");
        assertThat(figure("asa")).isEqualTo("ASA, 24 s, target ≤30 s, MET");
        assertThat(figure("abandon_rate")).isEqualTo("Abandoned, 8.0%, target ≤5%, MISSED");
        assertThat(figure("csat")).isEqualTo("CSAT, –, target ≥85%, NO DATA");
        assertThat(browser.attribute("#board [data-figure=abandon_rate] .chip use", "href"))
                .isEqualTo("#icon-missed");
        assertThat(browser.text("#board .tile-asof")).matches("as of \\d\\d:\\d\\d:\\d\\d|\\d\\d:\\d\\d:\\d\\d");
        assertThat(browser.text("#board .tag")).isEqualTo("Voice · Berlin");
    }

    @Test
    void whatMissesItsTargetByLittleDoesNotReadAsIfItKeptIt() {
        center.shows(List.of(SampleScorecards.queue("voice", "Sales")
                .asOf(Instant.now())
                .share("service_level", 15_999, 20_000, 0.8, Status.MISSED)
                .value("asa", 30.04, 30.0, Status.MISSED)
                .share("abandon_rate", 8, 100, 0.08, Status.MET)
                .card()));
        go("");
        awaitTiles(1);
        assertThat(figure("service_level")).isEqualTo("Service level, 79.995%, target ≥80%, MISSED");
        assertThat(figure("asa")).isEqualTo("ASA, 30.04 s, target ≤30 s, MISSED");
        assertThat(figure("abandon_rate")).isEqualTo("Abandoned, 8.0%, target ≤8%, MET");
        assertThat(besideGoal("'seconds', 'lower', 150.2, 150")).isEqualTo("2:30.2");
        assertThat(besideGoal("'seconds', 'lower', 149.8, 150")).isEqualTo("2:30");
        assertThat(besideGoal("'rating', 'higher', 3.99, 4")).isEqualTo("3.99");
    }

    private Object besideGoal(String arguments) {
        return browser.run("return import('/format.js').then(format => format.besideGoal(" + arguments + "))");
    }

    @Test
    void whatIsNotYetKnownOfThoseWhoCameIsSaidBesideTheTime() {
        center.shows(List.of(SampleScorecards.queue("voice", "Sales")
                .asOf(Instant.now())
                .known(0.973)
                .share("service_level", 81, 100, 0.8, Status.AT_RISK)
                .card()));
        go("");
        awaitTiles(1);
        assertThat(browser.text("#board .tile-asof")).endsWith(" · 97.3% known");
        assertThat(browser.attribute("#board .tile-asof", "title")).startsWith("97.3% of the contacts that came");
    }

    @Test
    void nothingIsShownBeforeItIsKnownInWhichUnitItIs() {
        center.shows(List.of(SampleScorecards.queue("voice", "Sales")
                .asOf(Instant.now())
                .value("asa", 24.2, 30.0, Status.MET)
                .card()));
        String slowCatalogue = """
                const fetched = fetch, Stream = EventSource;
                streams = 0;
                fetch = (...what) => new Promise((go) => (letGo = () => go(fetched(...what))));
                EventSource = class extends Stream { constructor(url) { super(url); streams += 1; } };
                """;
        browser.go(address(), slowCatalogue);
        await().atMost(SOON).until(() -> browser.run("return typeof letGo"), "function"::equals);
        browser.run("dispatchEvent(new Event('online'))");
        assertThat(browser.run("return streams")).isEqualTo(0L);
        browser.run("letGo()");
        awaitTiles(1);
        assertThat(figure("asa")).isEqualTo("ASA, 24 s, target ≤30 s, MET");
    }

    @Test
    void aClosedQueueSaysSo() {
        Instant now = Instant.now();
        center.shows(List.of(
                SampleScorecards.queue("voice", "Care").asOf(now).card(),
                SampleScorecards.queue("voice", "Sales").asOf(now).shut().card()));
        go("");
        awaitTiles(2);
        assertThat(browser.text("#board .tile:nth-child(2) .shut")).isEqualTo("CLOSED");
        assertThat(browser.attribute("#board .tile:nth-child(2) .shut use", "href"))
                .isEqualTo("#icon-closed");
        assertThat(browser.text("#board .tile:nth-child(1) .tile-head")).doesNotContain("CLOSED");
    }

    @Test
    void theLongestWaitRunsOnAndIsMissedTheMomentItPassesItsTarget() {
        center.shows(List.of(SampleScorecards.queue("voice", "Sales")
                .asOf(Instant.now())
                .waiting(1, Duration.ofSeconds(56))
                .value("longest_wait", 56.0, 60.0, Status.MET)
                .card()));
        go("");
        awaitTiles(1);
        assertThat(figure("longest_wait")).endsWith("MET");
        await().atMost(SOON).until(() -> figure("longest_wait").matches("Longest wait, 1:0\\d, .*, MISSED"));
    }

    @Test
    void nobodyWaitingIsAZeroAndADashNotAMiss() {
        center.shows(List.of(SampleScorecards.queue("chat", "Help")
                .asOf(Instant.now())
                .waiting(0, null)
                .value("longest_wait", 900.0, 60.0, Status.MISSED)
                .card()));
        go("");
        awaitTiles(1);
        assertThat(figure("waiting")).isEqualTo("Waiting, 0");
        assertThat(figure("longest_wait")).isEqualTo("Longest wait, –, target ≤1:00");
    }

    @Test
    void figuresThatDoNotMoveAreStale() {
        Instant stopped = Instant.now().minusSeconds(90);
        center.shows(SampleCenter.day(6, stopped)).asOf(() -> stopped);
        go("");
        awaitStanding("stale");
        assertThat(browser.text("#standing-word")).isEqualTo("STALE");
        assertThat(browser.text("#standing-text"))
                .matches("figures are \\d+ s old and do not move|figures are 2 min old.*");
        String before = figure("longest_wait");
        String age = browser.text("#standing-text");
        await().atMost(SOON).until(() -> !browser.text("#standing-text").equals(age));
        assertThat(figure("longest_wait"))
                .as("a clock that cannot be trusted stands still")
                .isEqualTo(before);
        browser.picture("stale");
    }

    @Test
    void figuresFarBehindThatMoveAreCatchingUp() {
        Instant began = Instant.now();
        Instant from = began.minus(Duration.ofHours(2));
        center.shows(SampleCenter.day(6, from))
                .asOf(() -> from.plus(Duration.between(began, Instant.now()).multipliedBy(60)));
        go("");
        awaitStanding("catching-up");
        assertThat(browser.text("#standing-word")).isEqualTo("CATCHING UP");
        assertThat(browser.text("#standing-text")).matches("figures are .* behind, about .* to go");
        browser.picture("catching-up");
    }

    @Test
    void aPageThatLostItsServerSaysSinceWhenAndComesBackByItself() {
        center.shows(SampleCenter.day(6, Instant.now()));
        go("");
        awaitStanding("live");
        int port = server.port();
        server.close();
        awaitStanding("offline");
        assertThat(browser.text("#standing-word")).isEqualTo("OFFLINE");
        assertThat(browser.text("#standing-text")).matches("no word from the server since \\d\\d:\\d\\d:\\d\\d · .*");
        browser.picture("offline");
        server = serve(port);
        awaitStanding("live");
    }

    @Test
    void aFeedThatIsLostIsStaleAndSaysWhy() {
        center.shows(SampleCenter.day(3, Instant.now())).feed(Feed.State.LOST, "Kafka does not answer");
        go("");
        awaitStanding("stale");
        assertThat(browser.text("#standing-text")).endsWith("Kafka does not answer");
    }

    @Test
    void beforeTheFirstScorecardThePageSaysSo() {
        go("");
        awaitStanding("no-data");
        assertThat(browser.text("#standing-word")).isEqualTo("NO DATA YET");
        assertThat(browser.text("#empty")).isEqualTo("Waiting for the first scorecards");
        browser.picture("no-data");
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        List<String> names = List.of(
                "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>",
                "מוקד שירות לקוחות",
                "خدمة العملاء",
                "お客様サポート",
                "A queue with a very long name that goes on and on, well past the end of any tile ".repeat(4),
                "a|b/c\u202e");
        List<Scorecard> cards = new ArrayList<>();
        for (String name : names) {
            cards.add(SampleScorecards.queue("voice", name)
                    .asOf(Instant.now())
                    .waiting(2, Duration.ofSeconds(40))
                    .share("service_level", 9, 10, 0.8, Status.MET)
                    .card());
        }
        center.shows(cards);
        go("");
        awaitTiles(names.size());
        assertThat(browser.run("return [...document.querySelectorAll('#board .name')].map(n => n.textContent)"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(names);
        assertThat(browser.run("return document.title")).isEqualTo("Ringside");
        assertThat(browser.run("return document.querySelectorAll('#board img, #board script').length"))
                .isEqualTo(0L);
        assertNothingScrolls();
        browser.picture("names");
    }

    @Test
    void everyNumberOfQueuesUpToSixtyFitsOnAWallWithoutScrolling() {
        for (int queues : new int[] {1, 2, 5, 12, 24, 36, 60}) {
            center.shows(SampleCenter.day(queues, Instant.now()));
            for (int[] size : new int[][] {{1920, 1080}, {1280, 720}}) {
                browser.size(size[0], size[1]);
                go("?theme=dark");
                awaitTiles(queues);
                assertNothingScrolls();
                assertThat(browser.run(CUT))
                        .as("figures cut at %d queues, %d wide", queues, size[0])
                        .isEqualTo(List.of());
                browser.picture("wall-" + queues + "-" + size[0]);
            }
        }
    }

    @Test
    void onAPhoneTilesStandBelowEachOther() {
        browser.size(390, 844);
        center.shows(SampleCenter.day(5, Instant.now()));
        go("");
        awaitTiles(5);
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(browser.run(CUT)).isEqualTo(List.of());
        browser.picture("phone");
    }

    @Test
    void aLightWallIsAChoiceThatStandsInTheAddress() {
        center.shows(SampleCenter.day(12, Instant.now()));
        go("?theme=light&group=site");
        awaitTiles(12);
        assertThat(browser.texts("#board .group-name")).containsExactly("Berlin", "Manila", "Porto");
        browser.picture("light-by-site");
        browser.run(
                "const s = document.getElementById('site'); s.value = 'Porto'; s.dispatchEvent(new Event('change'))");
        awaitTiles(4);
        assertThat(browser.run("return location.search")).isEqualTo("?site=Porto&group=site&theme=light");
        assertThat(browser.texts("#totals .name")).containsExactly("Porto");
    }

    @Test
    void anotherWindowIsAnotherStream() {
        Instant now = Instant.now();
        center.shows(List.of(
                SampleScorecards.queue("voice", "Sales")
                        .asOf(now)
                        .over("30m")
                        .value("asa", 10.0, 30.0, Status.MET)
                        .card(),
                SampleScorecards.queue("voice", "Sales")
                        .asOf(now)
                        .over("5m")
                        .value("asa", 55.0, 30.0, Status.MISSED)
                        .card()));
        go("");
        awaitTiles(1);
        assertThat(figure("asa")).startsWith("ASA, 10 s");
        browser.run("document.querySelector('input[value=\"5m\"]').click()");
        await().atMost(SOON).until(() -> figure("asa").startsWith("ASA, 55 s"));
    }

    @Test
    void ticketsHaveFiguresOfTheirOwn() {
        center.shows(List.of(
                SampleScorecards.queue("voice", "Sales")
                        .asOf(Instant.now())
                        .waiting(0, null)
                        .card(),
                SampleScorecards.queue("ticket", "Claims")
                        .asOf(Instant.now())
                        .backlog(41, Duration.ofHours(60))
                        .value("first_response_time", 5400.0, 7200.0, Status.MET)
                        .share("csat", 2, 2, 0.85, Status.NO_DATA)
                        .card()));
        go("");
        awaitTiles(2);
        assertThat(browser.texts("#board .group-name")).isEmpty();
        assertThat(figure("backlog")).isEqualTo("Backlog, 41");
        assertThat(figure("oldest_open")).isEqualTo("Oldest open, 2 d 12 h");
        assertThat(browser.attribute("#board .tile:first-child [data-figure=csat]", "aria-label"))
                .as("two answers are data, but too few to judge")
                .isEqualTo("CSAT, 100%, target ≥85%, TOO FEW");
        assertThat(figure("first_response_time")).isEqualTo("First reply, 1:30:00, target ≤2:00:00, MET");
    }

    @Test
    void theKeyboardReachesEveryFigureAndItsDefinition() {
        center.shows(SampleCenter.day(2, Instant.now()));
        go("");
        awaitTiles(2);
        browser.run("document.querySelector('.figure[tabindex=\"0\"]').focus()");
        browser.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.text("#definition .definition-name")).isEqualTo("Service level");
        assertThat(browser.text("#definition")).contains("answered_in_time").contains("Cisco ICM");
        browser.picture("definition");
        browser.keys(Keys.ESCAPE);
        assertThat(browser.run("return document.getElementById('definition').hidden"))
                .isEqualTo(true);
    }

    @Test
    void theBrowserHasNothingToComplainAbout() {
        browser.console();
        center.shows(SampleCenter.day(4, Instant.now()));
        go("");
        awaitTiles(4);
        assertThat(browser.console()).isEmpty();
    }

    /** The figures whose number does not fit into its place. */
    private static final String CUT =
            "return [...document.querySelectorAll('.tile .value, .tile .chip')].filter(v => v.offsetParent &&"
                    + " (v.scrollWidth > v.clientWidth + 1 || v.getBoundingClientRect().bottom"
                    + " > v.closest('.tile').getBoundingClientRect().bottom + 1)).map(v => v.textContent)";

    private WebServer serve(int port) {
        return WebServer.start("127.0.0.1", port, center, Samples.METRICS, Samples.HEALTHY);
    }

    private void go(String query) {
        browser.go(address() + query);
    }

    private String address() {
        return "http://127.0.0.1:" + server.port() + "/";
    }

    private String figure(String id) {
        return browser.attribute("#board [data-figure=" + id + "]", "aria-label");
    }

    private void awaitTiles(int number) {
        await().atMost(SOON).until(() -> browser.texts("#board .tile").size() == number);
    }

    private void awaitStanding(String kind) {
        await().atMost(Duration.ofSeconds(40)).until(() -> kind.equals(browser.attribute("body", "data-standing")));
    }

    private void assertNothingScrolls() {
        assertThat(browser.run("return [document.documentElement.scrollHeight <= innerHeight,"
                        + " document.documentElement.scrollWidth <= innerWidth]"))
                .isEqualTo(List.of(true, true));
    }
}
