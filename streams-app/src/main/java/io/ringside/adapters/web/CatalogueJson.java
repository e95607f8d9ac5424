package io.ringside.adapters.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.Unit;

/** The catalogue as JSON, so that every digit on a page can be looked up. */
final class CatalogueJson {
    /** What is open now is no function of a window's counts, and so stands beside the KPIs. */
    private record Open(String id, String name, Unit unit, String better, String definition) {}

    private static final List<Open> OPEN = List.of(
            new Open("waiting", "Waiting", Unit.COUNT, "lower", "contacts in queue now"),
            new Open(
                    "oldest_waiting_since",
                    "Waiting longest since",
                    Unit.TIMESTAMP,
                    "higher",
                    "the earliest moment at which one of the contacts in queue now was enqueued"),
            new Open("backlog", "Backlog", Unit.COUNT, "lower", "tickets open now"),
            new Open(
                    "oldest_open_since",
                    "Open longest since",
                    Unit.TIMESTAMP,
                    "higher",
                    "the earliest moment at which one of the tickets open now was created"));

    private CatalogueJson() {}

    static byte[] text() {
        return JsonText.object(json -> {
            json.beginArray("kpis");
            for (Open open : OPEN) {
                begin(json, open.id(), open.name(), open.unit(), open.better());
                json.text("definition", open.definition())
                        .text("placedBy", "now")
                        .text("source", "ICMI");
                json.end();
            }
            for (Kpi kpi : KpiCatalogue.all()) {
                begin(
                        json,
                        kpi.id(),
                        kpi.name(),
                        kpi.unit(),
                        kpi.better().name().toLowerCase(Locale.ROOT));
                json.text("definition", kpi.definition())
                        .text("placedBy", kpi.placedBy())
                        .text("source", kpi.source());
                writeChannels(json, kpi);
                json.end();
            }
            json.endArray();
        });
    }

    private static void begin(JsonText json, String id, String name, Unit unit, String better) throws IOException {
        json.begin().text("id", id).text("name", name).text("unit", unit.id()).text("better", better);
    }

    private static void writeChannels(JsonText json, Kpi kpi) throws IOException {
        json.beginArray("channels");
        for (Channel channel : Channel.values()) {
            if (kpi.channels().contains(channel)) {
                json.item(channel.id());
            }
        }
        json.endArray();
    }
}
