package io.ringside.adapters.web;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ringside.schemas.scorecards.Scorecard;
import io.ringside.schemas.wire.UndecodableRecordException;

/** Decodes scorecards when somebody looks at them. Safe for use by many threads. */
final class ScorecardDecoder {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardDecoder.class);

    private final Function<byte[], Scorecard> wire;
    private final AtomicLong refused = new AtomicLong();

    ScorecardDecoder(Function<byte[], Scorecard> wire) {
        this.wire = wire;
    }

    /** The scorecard; empty if these bytes are none, which is said once and counted. */
    Optional<Scorecard> decode(Posted posted) {
        try {
            return Optional.of(wire.apply(posted.value()));
        } catch (UndecodableRecordException e) {
            if (refused.getAndIncrement() == 0) {
                LOG.warn("Left out scorecard {}, and will leave out others like it: {}", posted.key(), e.getMessage());
            }
            return Optional.empty();
        }
    }

    /** How often bytes were no scorecard. */
    long refused() {
        return refused.get();
    }
}
