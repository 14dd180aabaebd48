package org.joulemark.engine.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunEvidence;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionResult;

/** Carries out one run, from the record of its start to the record of what came out, however it ends. */
final class RunExecution {
    private final RunTask task;

    /** Nothing is recorded and nothing opened before {@link #execute()}. */
    RunExecution(RunTask task) {
        this.task = task;
    }

    /** How the course came to its end, and why, if not as planned. */
    private record Outcome(RunStatus status, String reason) {}

    /**
     * Measures. The run it gives is not judged yet.
     *
     * @throws IOException if start or evidence could not be written to the journal; nothing is left open then
     */
    Run execute() throws IOException {
        Run begun = RunRecord.begun(task.instruments(), task.prepared());
        task.journal().started(begun);
        try (PowerRecorder recorder = PowerRecorder.start(task.instruments().survey(), task.journal(), begun.id());
                RunCourse course = new RunCourse(task, recorder)) {
            task.listener().started(begun, recorder);
            Outcome outcome = measure(course);
            recorder.stop();
            return ended(begun, course, recorder)
                    .withEnding(new RunEnding(outcome.status(), outcome.reason(), Instant.now()));
        }
    }

    /** No worker is left when it returns. */
    private static Outcome measure(RunCourse course) {
        try {
            course.measure();
            return course.versions().stream().allMatch(VersionRun::failed)
                    ? new Outcome(RunStatus.FAILED, "no version could be measured")
                    : new Outcome(RunStatus.COMPLETED, "");
        } catch (Cancellation.CancelledException e) {
            return new Outcome(RunStatus.CANCELLED, "stopped by the user");
        } catch (IOException e) {
            return new Outcome(RunStatus.FAILED, "the history could not be written: " + UserError.reason(e));
        }
    }

    private static Run ended(Run begun, RunCourse course, PowerRecorder recorder) throws IOException {
        List<VersionResult> versions =
                course.versions().stream().map(VersionRun::result).toList();
        List<Trial> trials =
                versions.stream().flatMap(version -> version.trials().stream()).toList();
        return begun.withSetting(begun.setting().withSoftware(software(begun, course.versions())))
                .withBaselines(course.baselines())
                .withVersions(versions)
                .withEvidence(new RunEvidence(recorder.keepTraces(), recorder.cost(trials)))
                .withJudgement(new Judgement(Grade.X, List.of("not judged")));
    }

    private static SoftwareVersions software(Run begun, List<VersionRun> versions) {
        SoftwareVersions known = begun.setting().software();
        return versions.stream()
                .map(version -> version.worker().ready())
                .filter(Objects::nonNull)
                .findFirst()
                .map(ready -> RunRecord.software(known, ready))
                .orElse(known);
    }
}
