package io.ringside;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ringside.adapters.web.Health;
import io.ringside.topology.Pipeline;

/**
 * Lives unless a defect has stopped it; serves while every task runs and nobody that it needs is away.
 *
 * @param pipeline empty until it has been started
 * @param troubles what keeps the figures from moving on, each for a person, while it does
 * @param backlog how far behind the figures are, while they move on but are not of now
 */
record AppHealth(
        Supplier<Optional<Pipeline>> pipeline,
        List<Supplier<Optional<String>>> troubles,
        Supplier<Optional<String>> backlog)
        implements Health {
    AppHealth {
        troubles = List.copyOf(troubles);
    }

    @Override
    public Verdict live() {
        return pipeline.get().filter(started -> started.defect().isDone()).isPresent()
                ? Verdict.no("the pipeline stopped by a defect, see the log")
                : Verdict.OK;
    }

    @Override
    public Verdict ready() {
        List<String> reasons = Stream.concat(
                        pipelineTrouble().stream(), troubles.stream().flatMap(trouble -> trouble.get().stream()))
                .toList();
        // An instance that catches up serves: its figures say of when they are, and no other has them.
        return reasons.isEmpty() ? new Verdict(true, backlog.get().stream().toList()) : new Verdict(false, reasons);
    }

    private Optional<String> pipelineTrouble() {
        Optional<Pipeline> started = pipeline.get();
        if (started.isEmpty()) {
            return Optional.of("the pipeline has not been started yet");
        }
        return started.filter(one -> !one.isRunning()).map(one -> "the pipeline is " + one.state());
    }
}
