package org.joulemark.app.cli;

import java.util.concurrent.CountDownLatch;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.BenchRunner;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Carries a plan out from the command line; Ctrl-C stops it and keeps what was measured. */
final class Measurement {
    private final Workbench workbench;
    private final Console console;

    Measurement(Workbench workbench, Console console) {
        this.workbench = workbench;
        this.console = console;
    }

    Run run(History history, BenchPlan plan, @Nullable Site site) throws UserError {
        BenchRunner runner = workbench.runner(history, site);
        CountDownLatch done = new CountDownLatch(1);
        Thread interrupt = new Thread(
                () -> {
                    console.err().println("stopping; what was measured is kept");
                    runner.cancel();
                    await(done);
                },
                "interrupt");
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            Run run = runner.run(plan, new ProgressLine(console.err()));
            history.close();
            return run;
        } finally {
            done.countDown();
            removeHook(interrupt);
        }
    }

    private static void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already: the hook is what stopped the run.
            Thread.currentThread().interrupt();
        }
    }
}
