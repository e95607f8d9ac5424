package io.ringside.local.score;

import io.ringside.App;
import io.ringside.config.Configuration;

/** The real app. */
final class AppPipeline implements Pipeline {
    private final App app;

    private AppPipeline(App app) {
        this.app = app;
    }

    static AppPipeline start(Configuration configuration) throws InterruptedException {
        return new AppPipeline(App.start(configuration));
    }

    @Override
    public void requireRunning() {
        if (app.defect().isDone()) {
            throw new ScoringFailed(
                    "the app has stopped by a defect: " + app.defect().join(),
                    app.defect().join());
        }
    }

    @Override
    public void close() {
        app.close();
    }
}
