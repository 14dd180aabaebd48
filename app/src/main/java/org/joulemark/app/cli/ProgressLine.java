package org.joulemark.app.cli;

import java.io.PrintWriter;
import org.joulemark.engine.bench.BenchListener;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.power.LivePower;

/** Progress of a run on standard error, a line a stage. */
final class ProgressLine implements BenchListener {
    private final PrintWriter err;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void started(Run begun, LivePower power) {
        for (Finding finding : begun.setting().preflight()) {
            err.println("noticed " + finding.text() + (finding.remedy().isEmpty() ? "" : "; " + finding.remedy()));
        }
    }

    @Override
    public void stage(Stage stage, double doneFraction, long remainingNanos) {
        if (stage.kind() == Stage.Kind.WARM_UP) {
            return;
        }
        long seconds = Math.round(remainingNanos / 1e9);
        err.println("[%3.0f %%] %s, about %d:%02d left"
                .formatted(doneFraction * 100, stage.words(), seconds / 60, seconds % 60));
    }

    @Override
    public void versionDone(VersionResult version) {
        Failure failure = version.failure();
        if (failure != null) {
            err.println("        " + version.name() + ": " + failure.message());
        }
    }

    @Override
    public void finished(Run run) {
        err.println("[done ] run " + run.id() + " is in the history");
    }
}
