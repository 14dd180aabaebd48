package org.joulemark.app.ui.history;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Notices;
import org.joulemark.app.ui.fx.TaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Recompute;
import org.joulemark.engine.history.Head;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.VerifyOptions;
import org.joulemark.engine.history.VerifyReport;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.EnergyWindow;
import org.jspecify.annotations.Nullable;

/** Checks a whole history in the background and says plainly whether it holds. */
final class VerifyViewModel {
    private final TaskRunner tasks;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
    private final StringProperty verdict = new SimpleStringProperty("");
    private final StringProperty stage = new SimpleStringProperty("");
    private final DoubleProperty fraction = new SimpleDoubleProperty();
    private final StringProperty anchor = new SimpleStringProperty("");
    private final BooleanProperty recompute = new SimpleBooleanProperty(true);
    private final ObservableList<VerifyFinding> findings = FXCollections.observableArrayList();
    private final ObservableList<VerifyFinding> shown = FXCollections.unmodifiableObservableList(findings);
    private final ReadOnlyObjectWrapper<RunProof.Judgement> judgement =
            new ReadOnlyObjectWrapper<>(RunProof.Judgement.NONE);
    private @Nullable Attempt attempt;

    /** What is known about the history. */
    enum State {
        /** Nothing was checked yet. */
        IDLE,
        /** It is being checked. */
        RUNNING,
        /** Everything holds. */
        HOLDS,
        /** Something does not hold. */
        BROKEN,
        /** It could not be checked, or was stopped. */
        UNDECIDED;

        /** Its name in styles. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was found, and where each thing leads. */
    private record Result(VerifyReport report, List<VerifyFinding> findings) {
        RunProof.Judgement judgement(Instant begunAt) {
            Set<String> broken = findings.stream()
                    .filter(VerifyFinding::problem)
                    .map(VerifyFinding::run)
                    .filter(run -> !run.isEmpty())
                    .collect(Collectors.toSet());
            return new RunProof.Judgement(begunAt, report.holds(), broken);
        }
    }

    /** Progress of one stage. */
    private record Step(String stage, long done, long total) {}

    /** One verification; what it tells after it was given up is not heard. */
    private final class Attempt {
        private final AtomicReference<@Nullable Step> newest = new AtomicReference<>();
        private volatile boolean cancelled;

        /** Hears progress in the background; the screen hears of the newest only. */
        void at(String name, long done, long total) {
            if (cancelled) {
                throw new CancellationException();
            }
            if (newest.getAndSet(new Step(name, done, total)) == null) {
                tasks.onScreen(this::tell);
            }
        }

        private void tell() {
            Step step = newest.getAndSet(null);
            if (step != null && attempt == this) {
                stage.set(texts.format(
                        "verify.stage", texts.get("verify.stage." + step.stage, step.stage), step.done, step.total));
                fraction.set(step.total == 0 ? 0 : (double) step.done / step.total);
            }
        }
    }

    VerifyViewModel(TaskRunner tasks, Texts texts) {
        this.tasks = tasks;
        this.texts = texts;
    }

    /** What is known. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The verdict in words, with the time it was reached. */
    ReadOnlyStringProperty verdictProperty() {
        return verdict;
    }

    /** What is being checked. */
    ReadOnlyStringProperty stageProperty() {
        return stage;
    }

    /** How much of that is done, from 0 to 1. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction;
    }

    /** A ledger head known from outside, as printed on a label; empty for none. */
    StringProperty anchorProperty() {
        return anchor;
    }

    /** Whether every figure is computed again from the raw samples. */
    BooleanProperty recomputeProperty() {
        return recompute;
    }

    /** Everything that does not hold, then what was not checked, then what is worth knowing. */
    ObservableList<VerifyFinding> findings() {
        return shown;
    }

    /** What that says of each run. */
    ReadOnlyObjectProperty<RunProof.Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** Checks {@code history}; {@code afterwards} is called when that is done. */
    void verify(History history, Runnable afterwards) {
        reset();
        VerifyOptions options = VerifyOptions.plain();
        if (recompute.get()) {
            options = options.recomputing(
                    (run, recorded, evidence) -> Recompute.differences(run, evidence, EnergyWindow::over, recorded));
        }
        try {
            if (!anchor.get().isBlank()) {
                options = options.expecting(Head.parse(anchor.get()));
            }
        } catch (UserError e) {
            end(State.UNDECIDED, texts.said(e.line()));
            return;
        }
        Attempt now = new Attempt();
        attempt = now;
        state.set(State.RUNNING);
        stage.set(texts.get("verify.begins"));
        VerifyOptions chosen = options.reportingTo(now::at);
        boolean recomputed = recompute.get();
        Instant begunAt = Instant.now();
        tasks.run(
                () -> check(history, chosen),
                result -> told(now, () -> show(result, recomputed, begunAt), afterwards),
                failure -> told(now, () -> fail(failure), afterwards));
    }

    private static Result check(History history, VerifyOptions options) throws UserError {
        VerifyReport report = history.verify(options);
        return new Result(report, VerifyFinding.of(history, report));
    }

    /** Stops checking. */
    void cancel() {
        Attempt now = attempt;
        if (now != null) {
            now.cancelled = true;
        }
    }

    /** Forgets what was found, for example because another history is shown. */
    void reset() {
        cancel();
        attempt = null;
        state.set(State.IDLE);
        verdict.set("");
        stage.set("");
        fraction.set(0);
        findings.clear();
        judgement.set(RunProof.Judgement.NONE);
    }

    private void told(Attempt by, Runnable tell, Runnable afterwards) {
        if (attempt == by) {
            attempt = null;
            tell.run();
            afterwards.run();
        }
    }

    private void show(Result result, boolean recomputed, Instant begunAt) {
        VerifyReport report = result.report();
        findings.setAll(result.findings());
        judgement.set(result.judgement(begunAt));
        VerifyReport.Problem first = report.first();
        if (first != null) {
            String more = report.problems().size() > 1
                    ? " " + texts.format("verify.more", report.problems().size() - 1)
                    : "";
            end(State.BROKEN, texts.format("verify.broken", texts.said(first.text())) + more);
        } else {
            end(State.HOLDS, holds(report, recomputed));
        }
    }

    private String holds(VerifyReport report, boolean recomputed) {
        String unsigned = report.hasUnsigned()
                ? " " + texts.format("verify.unsigned", report.signedTo() + 1, report.events())
                : "";
        return String.join(
                " ",
                List.of(
                        texts.format("verify.holds", report.events(), report.blobs(), report.checkpoints()) + unsigned,
                        texts.get(recomputedKey(report, recomputed)),
                        report.anchored()
                                ? texts.format("verify.anchored", report.anchoredTo(), report.events())
                                : texts.get("verify.not-anchored")));
    }

    private static String recomputedKey(VerifyReport report, boolean recomputed) {
        if (!recomputed) {
            return "verify.not-recomputed";
        }
        return report.unchecked().isEmpty() ? "verify.recomputed" : "verify.partly-recomputed";
    }

    private void fail(Exception failure) {
        end(
                State.UNDECIDED,
                failure instanceof CancellationException
                        ? texts.get("verify.cancelled")
                        : texts.said(Notices.words(failure)));
    }

    private void end(State reached, String words) {
        verdict.set(words + " (" + Moments.clock(Instant.now()) + ")");
        state.set(reached);
    }
}
