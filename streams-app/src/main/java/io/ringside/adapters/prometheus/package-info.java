/** Scorecards, live figures and the pipeline's own health as Prometheus metrics. docs/metrics.md lists them. */
package io.ringside.adapters.prometheus;
