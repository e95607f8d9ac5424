package io.ringside.adapters.web;

import java.nio.charset.StandardCharsets;

/** What stands beside the board in tests of the server. */
final class Samples {
    static final MetricsSource METRICS = accept -> new MetricsSource.Exposition(
            accept.contains("openmetrics")
                    ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                    : "text/plain; version=0.0.4; charset=utf-8",
            "up 1\n".getBytes(StandardCharsets.UTF_8));

    static final Health HEALTHY = new Health() {
        @Override
        public Verdict live() {
            return Verdict.OK;
        }

        @Override
        public Verdict ready() {
            return Verdict.OK;
        }
    };

    private Samples() {}
}
