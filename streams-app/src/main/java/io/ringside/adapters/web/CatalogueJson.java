package io.ringside.adapters.web;

import java.io.IOException;
import java.util.Locale;

import io.ringside.core.events.Channel;
import io.ringside.core.kpis.Direction;
import io.ringside.core.kpis.Kpi;
import io.ringside.core.kpis.KpiCatalogue;
import io.ringside.core.kpis.LiveFigure;
import io.ringside.core.kpis.Unit;

/** The catalogue as JSON, so that every digit on a page can be looked up. */
final class CatalogueJson {
    private CatalogueJson() {}

    static byte[] text() {
        return JsonText.object(json -> {
            json.beginArray("kpis");
            for (LiveFigure open : LiveFigure.values()) {
                begin(json, open.id(), open.figure(), open.unit(), open.better());
                json.text("definition", open.definition())
                        .text("placedBy", "now")
                        .text("source", open.source());
                json.end();
            }
            for (Kpi kpi : KpiCatalogue.all()) {
                begin(json, kpi.id(), kpi.name(), kpi.unit(), kpi.better());
                json.text("definition", kpi.definition())
                        .text("placedBy", kpi.placedBy())
                        .text("source", kpi.source());
                writeChannels(json, kpi);
                json.end();
            }
            json.endArray();
        });
    }

    private static void begin(JsonText json, String id, String name, Unit unit, Direction better) throws IOException {
        json.begin()
                .text("id", id)
                .text("name", name)
                .text("unit", unit.id())
                .text("better", better.name().toLowerCase(Locale.ROOT));
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
