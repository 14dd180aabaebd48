package org.joulemark.app.ui.reports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Severity;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;

/** Says before a report leaves the house what it lacks. */
public final class Checklist {
    /**
     * A question asked of each run or of each version.
     *
     * @param code name of the gap
     * @param severity how much it weighs
     * @param asks what is recorded about the gap; null where there is none
     */
    record Check<T>(String code, Severity severity, Function<T, @org.jspecify.annotations.Nullable String> asks) {}

    private Checklist() {}

    /** What {@code input} lacks, worst first; never empty, for nothing printed here has an outside witness yet. */
    public static List<Gap> of(ReportInput input) {
        List<Contender> contenders = Rows.contenders(input.comparison());
        Set<Run> runs = new LinkedHashSet<>();
        contenders.forEach(contender -> runs.add(contender.run()));
        List<Gap> gaps = new ArrayList<>();
        for (Check<Run> check : RunChecks.ALL) {
            add(gaps, check, runs, run -> run.id().value());
        }
        for (Check<Contender> check : VersionChecks.ALL) {
            add(gaps, check, contenders, contender -> name(contender, runs.size() > 1));
        }
        notComparable(gaps, input.comparison(), runs.size() > 1);
        gaps.add(new Gap("anchor", Severity.NOTE, List.of(), List.of(head(input))));
        return gaps.stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
    }

    /** Whether any of {@code gaps} forbids use. */
    public static boolean forbids(List<Gap> gaps) {
        return gaps.stream().anyMatch(gap -> gap.severity() == Severity.INVALID);
    }

    private static <T> void add(List<Gap> gaps, Check<T> check, Iterable<T> all, Function<T, String> name) {
        List<String> where = new ArrayList<>();
        Set<String> details = new LinkedHashSet<>();
        for (T one : all) {
            String found = check.asks().apply(one);
            if (found != null) {
                where.add(name.apply(one));
                details.add(found);
            }
        }
        if (!where.isEmpty()) {
            details.remove("");
            gaps.add(new Gap(check.code(), check.severity(), where, List.copyOf(details)));
        }
    }

    private static void notComparable(List<Gap> gaps, Comparison comparison, boolean severalRuns) {
        Set<String> where = new LinkedHashSet<>();
        Set<String> reasons = new LinkedHashSet<>();
        for (int i = 0; i < comparison.others().size(); i++) {
            int column = i;
            List<String> whys = comparison.rows().stream()
                    .filter(row -> row.metric().id().startsWith("energy.gross"))
                    .flatMap(row -> why(row.cells().get(column).verdict()))
                    .toList();
            if (!whys.isEmpty()) {
                where.add(name(comparison.others().get(i), severalRuns));
                reasons.addAll(whys);
            }
        }
        if (!where.isEmpty()) {
            gaps.add(new Gap("not-comparable", Severity.WARNING, List.copyOf(where), List.copyOf(reasons)));
        }
    }

    private static Stream<String> why(Verdict verdict) {
        return verdict instanceof Verdict.NotComparable not ? Stream.of(not.why()) : Stream.of();
    }

    private static String name(Contender contender, boolean withRun) {
        return withRun ? contender.label() + " · " + contender.run().id() : contender.label();
    }

    private static String head(ReportInput input) {
        return Objects.toString(input.anchor().ledger()) + "/" + input.anchor().seq() + "/"
                + input.anchor().hash();
    }
}
