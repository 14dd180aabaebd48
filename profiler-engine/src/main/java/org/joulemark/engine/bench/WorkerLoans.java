package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;

/**
 * Lends the worker of a version to whoever measures, one at a time, and starts it if it is not there. Cancelling the run
 * ends the worker that is lent. A few small models are kept warm side by side between their trials.
 */
final class WorkerLoans {
    /** More workers than this are not kept warm side by side. */
    private static final int MAX_WARM_WORKERS = 8;

    private final BenchEnvironment environment;
    private final BenchPlan plan;
    private final Cancellation cancellation;
    private final boolean keptWarm;

    private WorkerLoans(BenchEnvironment environment, BenchPlan plan, Cancellation cancellation, boolean keptWarm) {
        this.environment = environment;
        this.plan = plan;
        this.cancellation = cancellation;
        this.keptWarm = keptWarm;
    }

    static WorkerLoans of(RunTask task) {
        BenchEnvironment environment = task.instruments().environment();
        PreparedPlan prepared = task.prepared();
        return new WorkerLoans(
                environment, prepared.plan(), task.cancellation(), fitSideBySide(prepared.versions(), environment));
    }

    private static boolean fitSideBySide(List<PreparedVersion> versions, BenchEnvironment environment) {
        long bytes = versions.stream()
                .mapToLong(version -> version.facts().sizeBytes())
                .sum();
        return versions.size() <= MAX_WARM_WORKERS
                && 3 * bytes < environment.machine().memoryBytes() / 2;
    }

    /** What is done with a worker. */
    @FunctionalInterface
    interface Work {
        void with(InferenceWorker worker) throws WorkerException, IOException, Cancellation.CancelledException;
    }

    /**
     * Does some work with the worker of {@code version}.
     *
     * @throws WorkerException if the worker failed
     * @throws Cancellation.CancelledException if the run was cancelled, also where that made the worker fail
     */
    void lend(VersionRun version, Work work) throws WorkerException, IOException, Cancellation.CancelledException {
        try {
            InferenceWorker worker =
                    version.worker().open(environment.workers(), settings(), request(version.version()));
            cancellation.busy(worker);
            work.with(worker);
            if (!keptWarm) {
                version.close();
            }
        } catch (WorkerException e) {
            // A worker that was killed because the user cancelled has not failed.
            cancellation.check();
            throw e;
        } finally {
            cancellation.idle();
        }
    }

    private WorkerSettings settings() {
        String ortHome = plan.ortHome();
        return new WorkerSettings(
                environment.cacheFolder(),
                ortHome == null ? null : Path.of(ortHome),
                plan.memoryLimitBytes(),
                plan.hangNanos());
    }

    private LoadRequest request(PreparedVersion version) {
        Configuration configuration = version.configuration();
        return new LoadRequest(
                version.path(),
                configuration.provider(),
                configuration.device().index(),
                configuration.intraOpThreads(),
                plan.freeDimensions(),
                true);
    }
}
