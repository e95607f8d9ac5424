package io.ringside;

import io.ringside.adapters.web.Health;
import io.ringside.topology.Pipeline;

/** Lives unless a defect has stopped it; serves while every task runs. */
record AppHealth(Pipeline pipeline) implements Health {
    @Override
    public Verdict live() {
        return pipeline.defect().isDone() ? Verdict.no("the pipeline stopped by a defect, see the log") : Verdict.OK;
    }

    @Override
    public Verdict ready() {
        return pipeline.isRunning() ? Verdict.OK : Verdict.no("the pipeline is " + pipeline.state());
    }
}
