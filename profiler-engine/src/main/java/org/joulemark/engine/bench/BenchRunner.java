package org.joulemark.engine.bench;

import java.io.IOException;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;

/** Carries out one plan. One runner, one run. */
public final class BenchRunner {
    private final BenchEnvironment environment;
    private final RunJournal journal;
    private final Grader grader;
    private final Cancellation cancellation = new Cancellation();

    /** A runner that writes down what happens in {@code journal}. */
    public BenchRunner(BenchEnvironment environment, RunJournal journal, Grader grader) {
        this.environment = environment;
        this.journal = journal;
        this.grader = grader;
    }

    /**
     * Measures. Ends normally also when versions failed or the user cancelled: the run says so.
     *
     * @throws UserError if the plan cannot be carried out at all (kind USAGE, nothing recorded), or what was measured
     *     could not be kept (kind MEASUREMENT)
     */
    public Run run(BenchPlan plan, BenchListener listener) throws UserError {
        PreparedPlan prepared = PreparedPlan.of(plan, environment);
        try (RunInstruments instruments = RunInstruments.open(environment)) {
            RunTask task = new RunTask(instruments, journal, cancellation, prepared, listener);
            Run measured = new RunExecution(task).execute();
            Run run = measured.withJudgement(grader.judge(measured));
            journal.finished(run);
            listener.finished(run);
            return run;
        } catch (IOException e) {
            throw new UserError(
                    UserError.Kind.MEASUREMENT,
                    "the run could not be written to the history: " + UserError.reason(e),
                    e);
        }
    }

    /** Stops the run at once, from any thread; what was measured is kept and the run recorded as cancelled. */
    public void cancel() {
        cancellation.cancel();
    }
}
