package org.joulemark.engine.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Comparison.Cell;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.jspecify.annotations.Nullable;

/** Judges all versions in one metric. */
final class Judge {
    /** Two runs of one file may differ by load, temperature or clock more than any interval over their trials says. */
    private static final String ACROSS_RUNS = "measured in different runs, whose difference no interval holds";

    private final Metric metric;
    private final Contender baseline;
    private final Evidence evidence;

    Judge(Metric metric, Contender baseline, Evidence evidence) {
        this.metric = metric;
        this.baseline = baseline;
        this.evidence = evidence;
    }

    Cell cell(Contender other) {
        Figure figure = metric.of(other);
        Basis basis = metric instanceof JudgedMetric judged ? judged.basis() : new Basis.Unjudged();
        if (basis instanceof Basis.Unjudged) {
            return new Cell(figure, null, new Verdict.NotJudged(), "");
        }
        String obstacle = basis instanceof Basis.Exact ? null : measuredObstacle(basis, other);
        if (obstacle != null) {
            return notComparable(figure, obstacle);
        }
        if (metric.of(baseline) instanceof Quantity old && figure instanceof Quantity recent) {
            return old.lowerBound() || recent.lowerBound()
                    ? notComparable(figure, "a part is missing, so that only a lower bound is known")
                    : judged(basis, other, old, recent);
        }
        return notComparable(figure, whyAbsent(other, figure));
    }

    private @Nullable String measuredObstacle(Basis basis, Contender other) {
        List<String> obstacles = Comparability.obstacles(baseline, other);
        if (!obstacles.isEmpty()) {
            return String.join("; ", obstacles);
        }
        return basis instanceof Basis.Trials trials ? conditions(trials, other) : null;
    }

    private @Nullable String conditions(Basis.Trials trials, Contender other) {
        Map<String, String> ours = trials.conditions().apply(baseline);
        Map<String, String> theirs = trials.conditions().apply(other);
        String differ = ours.entrySet().stream()
                .filter(condition -> !condition.getValue().equals(theirs.get(condition.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(condition -> "different " + condition.getKey() + ": " + condition.getValue() + " and "
                        + theirs.getOrDefault(condition.getKey(), "none"))
                .collect(Collectors.joining("; "));
        return differ.isEmpty() ? null : differ;
    }

    private Cell judged(Basis basis, Contender other, Quantity old, Quantity recent) {
        Outcome outcome = switch (basis) {
            case Basis.Exact exact -> ExactJudge.judge(old, recent, metric.better());
            case Basis.Once once -> ExactJudge.once(old, recent, once.why());
            case Basis.Trials trials -> overTrials(trials, other, old, recent);
            case Basis.Answers answers -> new AnswerJudge(evidence).judge(baseline, other);
            case Basis.Errors errors -> new ErrorJudge(evidence, metric.better(), errors).judge(baseline, other);
            case Basis.Unjudged unjudged -> new Outcome(null, new Verdict.NotJudged());
        };
        return new Cell(recent, outcome.delta(), outcome.verdict(), outcome.note());
    }

    private Outcome overTrials(Basis.Trials trials, Contender other, Quantity old, Quantity recent) {
        String restates = Stream.of(baseline, other)
                .map(trials.restates())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
        Outcome outcome = old.resolved() && recent.resolved()
                ? Contradiction.noted(new TrialJudge(metric.better(), trials).judge(baseline, other), old, recent)
                : new Outcome(null, unresolved(old.resolved() ? other : baseline));
        String unjudged = restates.isEmpty() ? acrossRuns(other, outcome) : restates;
        return unjudged.isEmpty()
                ? outcome
                : new Outcome(outcome.delta(), new Verdict.NotJudged(unjudged), outcome.note());
    }

    /** Why a difference between trials of different runs is told without a verdict; empty where there is none to withhold. */
    private String acrossRuns(Contender other, Outcome outcome) {
        boolean sameRun = baseline.run().id().equals(other.run().id());
        return sameRun || outcome.delta() == null || metric.better() == Better.NEITHER ? "" : ACROSS_RUNS;
    }

    /** A ratio to or of something that may be nothing says nothing. */
    private Verdict unresolved(Contender which) {
        return metric.better() == Better.NEITHER
                ? new Verdict.NotJudged()
                : new Verdict.NoDifferenceShown(which.label() + ": not resolved, within its uncertainty of zero");
    }

    private String whyAbsent(Contender other, Figure figure) {
        return switch (figure) {
            case Absent absent -> other.label() + ": " + absent.why();
            case Quantity quantity ->
                metric.of(baseline) instanceof Absent absent ? baseline.label() + ": " + absent.why() : "";
        };
    }

    private static Cell notComparable(Figure figure, String why) {
        return new Cell(figure, null, new Verdict.NotComparable(why), "");
    }
}
