package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.WindowBudget;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/**
 * One window of a run: a trial or an idle baseline.
 *
 * @param span when it was
 * @param what version, or that it was idle
 * @param order block and place in the block; empty for an idle baseline
 * @param columns what the columns of text say
 * @param energies by sensor id
 * @param findings what was noticed; empty if nothing was
 */
record TrialLine(
        Span span, String what, String order, Columns columns, Map<String, FigureLine.Cell> energies, String findings) {
    /**
     * Two ticks.
     *
     * @param fromNanos tick it began at
     * @param toNanos tick it ended at
     * @param idle whether it was an idle baseline
     */
    record Span(long fromNanos, long toNanos, boolean idle) {
        /** Whether it was under way at {@code tick}. */
        boolean holds(long tick) {
            return fromNanos <= tick && tick <= toNanos;
        }
    }

    /**
     * Columns of text; empty for what an idle baseline does not have.
     *
     * @param start seconds since the run began
     * @param window length of the window
     * @param calls timed calls, and rows a call if more than one
     * @param p50 median latency
     * @param p99 99th percentile of the latency
     * @param cpu CPU time of the worker and of this program
     */
    record Columns(String start, String window, String calls, String p50, String p99, String cpu) {}

    /** All windows in the order they were measured. */
    static List<TrialLine> of(Run run, Words words, Texts texts) {
        Maker maker = new Maker(run, words, texts, latencies(run));
        List<TrialLine> lines = new ArrayList<>();
        maker.idle(run.baselines().before(), lines);
        maker.idle(run.baselines().after(), lines);
        for (VersionResult version : run.versions()) {
            version.trials().forEach(trial -> lines.add(maker.trial(version, trial)));
        }
        lines.sort(Comparator.comparingLong(line -> line.span().fromNanos()));
        return List.copyOf(lines);
    }

    /** The unit in which the latencies of all trials read best. */
    private static FigureScale latencies(Run run) {
        return FigureScale.of(
                Unit.NANOSECONDS,
                run.versions().stream()
                        .flatMap(version -> version.trials().stream())
                        .map(trial -> Quantity.exact((double) trial.latency().p50Nanos(), Unit.NANOSECONDS))
                        .toList());
    }

    /** Makes lines of one run. */
    private record Maker(Run run, Words words, Texts texts, FigureScale latencies) {
        void idle(@Nullable IdleWindow window, List<TrialLine> lines) {
            if (window != null) {
                Columns columns = new Columns(
                        start(window.startNanos()),
                        Moments.seconds(window.endNanos() - window.startNanos(), texts),
                        "",
                        "",
                        "",
                        "");
                lines.add(new TrialLine(
                        new Span(window.startNanos(), window.endNanos(), true),
                        texts.get("trial.idle"),
                        "",
                        columns,
                        energies(window.energies(), window.endNanos() - window.startNanos()),
                        ""));
            }
        }

        TrialLine trial(VersionResult version, Trial trial) {
            Long p99 = trial.latency().p99Nanos();
            Columns columns = new Columns(
                    start(trial.startNanos()),
                    Moments.seconds(trial.durationNanos(), texts),
                    trial.batchSize() == 1 ? Long.toString(trial.calls()) : trial.calls() + " × " + trial.batchSize(),
                    latency(trial.latency().p50Nanos()),
                    p99 == null ? texts.get("trial.no-p99") : latency(p99),
                    cpu(trial.workerCpuSeconds()) + " / " + cpu(trial.hostCpuSeconds()));
            return new TrialLine(
                    new Span(trial.startNanos(), trial.endNanos(), false),
                    new Contender(run, version).label(),
                    (trial.block() + 1) + "." + (trial.position() + 1),
                    columns,
                    energies(trial.energies(), trial.durationNanos()),
                    trial.findings().stream()
                            .map(finding -> texts.said(finding.text()))
                            .collect(Collectors.joining("; ")));
        }

        private Map<String, FigureLine.Cell> energies(List<SensorEnergy> energies, long windowNanos) {
            Map<String, FigureLine.Cell> cells = new LinkedHashMap<>();
            for (SensorInfo sensor : run.setting().sensors()) {
                energies.stream()
                        .filter(energy -> energy.sensor().equals(sensor.id()))
                        .forEach(energy -> cells.put(sensor.id().value(), cell(sensor, energy, windowNanos)));
            }
            return cells;
        }

        private FigureLine.Cell cell(SensorInfo sensor, SensorEnergy energy, long windowNanos) {
            Figure joules = WindowBudget.energy(sensor, energy, windowNanos);
            String gap = energy.gapNanos() == 0
                    ? texts.get("trial.no-gap")
                    : texts.format("trial.gap", Moments.seconds(energy.gapNanos(), texts));
            boolean absent = joules instanceof Absent;
            String value = absent ? "–" : words.figures().sentence(joules);
            return new FigureLine.Cell(
                    energy.gapNanos() == 0 ? value : value + " (" + gap + ")",
                    texts.format(
                            "trial.energy-tip",
                            words.origin(joules),
                            words.figures().sentence(WindowBudget.peak(sensor, energy)),
                            energy.readings(),
                            gap),
                    absent);
        }

        private String latency(long nanos) {
            return texts.significant((double) nanos / latencies.factor()) + " " + latencies.symbol();
        }

        private String start(long nanos) {
            return Moments.seconds(nanos - run.setting().startedNanos(), texts);
        }

        private String cpu(double seconds) {
            return seconds < 0 ? "–" : texts.fixed(seconds, 3) + " s";
        }
    }
}
