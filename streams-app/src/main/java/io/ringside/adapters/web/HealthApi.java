package io.ringside.adapters.web;

import io.javalin.http.Context;
import io.javalin.http.Header;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, with reasons. */
final class HealthApi {
    private HealthApi() {}

    static void answer(Context ctx, Health.Verdict verdict) {
        byte[] body = JsonText.object(json -> {
            json.text("status", verdict.ok() ? "ok" : "not ok").beginArray("reasons");
            for (String reason : verdict.reasons()) {
                json.item(reason);
            }
            json.endArray();
        });
        ctx.status(verdict.ok() ? 200 : 503)
                .contentType("application/json")
                .header(Header.CACHE_CONTROL, "no-store")
                .result(body);
    }
}
