package org.joulemark.engine.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.engine.stats.LatencySummaries;
import org.jspecify.annotations.Nullable;

/** Computes what a run states once more from its raw samples, latencies and answers, and tells what does not agree. */
public final class Recompute {
    private final Run run;
    private final Evidence evidence;
    private final WindowEnergy energyOf;
    private final Map<String, SensorTrace> traces = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    private Recompute(Run run, Evidence evidence, WindowEnergy energyOf) {
        this.run = run;
        this.evidence = evidence;
        this.energyOf = energyOf;
    }

    /**
     * What does not agree to 1e-9 relative, one sentence each; empty if everything does.
     *
     * @param run the record
     * @param evidence its raw material; what cannot be read is a difference
     * @param energyOf the rule for windows
     * @param stored figures as they were reported, by {@link Contender#label()} and metric id; empty if there are none
     */
    public static List<String> differences(
            Run run, Evidence evidence, WindowEnergy energyOf, Map<String, Map<String, Figure>> stored) {
        Recompute recompute = new Recompute(run, evidence, energyOf);
        recompute.readTraces();
        recompute.grade();
        recompute.idle("idle baseline before", run.idleBefore());
        recompute.idle("idle baseline after", run.idleAfter());
        run.versions().forEach(version -> recompute.version(version, stored));
        recompute.differences.addAll(new RecomputedScores(run, evidence).differences());
        recompute.strangers(stored);
        return List.copyOf(recompute.differences);
    }

    /**
     * What does not agree in one trial, before the run it belongs to has ended; empty if everything does.
     *
     * @param begun the run as it began
     * @param trial the trial
     * @param traces what was read so far, by sensor id
     * @param evidence where its latencies are; what cannot be read is a difference
     * @param energyOf the rule for windows
     */
    public static List<String> differencesOfTrial(
            Run begun, Trial trial, Map<String, SensorTrace> traces, Evidence evidence, WindowEnergy energyOf) {
        Recompute recompute = new Recompute(begun, evidence, energyOf);
        recompute.traces.putAll(traces);
        String where = "block " + trial.block();
        recompute.energies(where, trial.startNanos(), trial.endNanos(), trial.energies());
        recompute.latencies(where, trial, new ArrayList<>());
        return List.copyOf(recompute.differences);
    }

    /** A run that was closed when its program was gone has the worst grade by that. */
    private void grade() {
        if (run.status() == RunStatus.INTERRUPTED) {
            return;
        }
        RunGrade again = Grades.of(run);
        if (run.grade() != again.grade()) {
            differences.add("stated grade " + run.grade() + ", recomputed " + again.grade() + ": "
                    + String.join("; ", again.reasons()));
        } else if (!run.gradeReasons().equals(again.reasons())) {
            differences.add("the stated reasons for grade " + run.grade() + " are not those of its record: "
                    + String.join("; ", again.reasons()));
        }
    }

    private void readTraces() {
        for (SensorInfo sensor : run.sensors()) {
            String id = sensor.id().value();
            BlobId blob = run.traces().get(id);
            if (blob == null) {
                differences.add("sensor " + id + " has no stored trace");
                continue;
            }
            try {
                traces.put(id, evidence.trace(blob));
            } catch (IOException e) {
                differences.add("trace of sensor " + id + " cannot be read: " + e.getMessage());
            }
        }
    }

    private void idle(String where, @Nullable IdleWindow window) {
        if (window != null) {
            energies(where, window.startNanos(), window.endNanos(), window.energies());
        } else if (run.status() == RunStatus.COMPLETED) {
            differences.add(where + ": the run is said to be completed and has none");
        }
    }

    private void version(VersionResult version, Map<String, Map<String, Figure>> stored) {
        Contender contender = new Contender(run, version);
        List<LatencySeries> all = new ArrayList<>();
        for (Trial trial : version.trials()) {
            String where = contender.label() + ", block " + trial.block();
            energies(where, trial.startNanos(), trial.endNanos(), trial.energies());
            latencies(where, trial, all);
        }
        LatencySummary summary = version.latency();
        if (summary != null && !all.isEmpty() && all.size() == version.trials().size()) {
            agree(contender.label() + ", latency of all trials", summary, LatencySummaries.ofAll(all));
        }
        if (!stored.isEmpty()) {
            figures(contender, stored.getOrDefault(contender.label(), Map.of()));
        }
    }

    /** Every figure that is stated and every one that should be: what nobody looks at would pass as checked. */
    private void figures(Contender contender, Map<String, Figure> stated) {
        Map<String, Figure> again = Metrics.figures(contender);
        stated.forEach((id, figure) -> {
            Figure now = again.get(id);
            if (now == null) {
                differences.add(contender.label() + ", " + id + ": stated " + StatedText.of(figure)
                        + ", and no such figure is known, so it was not checked");
            } else if (!Agreement.of(figure, now)) {
                differences.add(contender.label() + ", " + id + ": stated " + StatedText.of(figure) + ", recomputed "
                        + StatedText.of(now));
            }
        });
        again.forEach((id, figure) -> {
            if (!stated.containsKey(id)) {
                differences.add(contender.label() + ", " + id + ": not stated, recomputed " + StatedText.of(figure));
            }
        });
    }

    private void strangers(Map<String, Map<String, Figure>> stored) {
        Set<String> labels = run.versions().stream()
                .map(version -> new Contender(run, version).label())
                .collect(Collectors.toSet());
        stored.forEach((label, figures) -> {
            if (!labels.contains(label)) {
                differences.add(label + ": the run has no such version, so the " + figures.size()
                        + " figures stated for it were not checked");
            }
        });
    }

    private void latencies(String where, Trial trial, List<LatencySeries> all) {
        try {
            LatencySeries series = evidence.latencies(trial.latencies());
            if (series.size() != trial.calls()) {
                differences.add(where + ": states " + trial.calls() + " calls, " + series.size() + " are stored");
            }
            if (series.size() > 0) {
                agree(where + ", latency", trial.latency(), LatencySummaries.ofAll(List.of(series)));
                all.add(series);
            }
        } catch (IOException e) {
            differences.add(where + ": latencies cannot be read: " + e.getMessage());
        }
    }

    private void agree(String where, LatencySummary stated, LatencySummary again) {
        if (!Agreement.of(stated, again)) {
            differences.add(where + ": " + StatedText.difference(stated, again));
        }
    }

    /** Every sensor gives a figure for every window, if only why there is none. */
    private void energies(String where, long start, long end, List<SensorEnergy> energies) {
        for (SensorInfo sensor : run.sensors()) {
            long times = energies.stream()
                    .filter(stated -> stated.sensor().equals(sensor.id()))
                    .count();
            if (times != 1) {
                differences.add(where + ", sensor " + sensor.id() + ": " + times + " energies are stated, not one");
            }
        }
        energies.forEach(stated -> energy(where, start, end, stated));
    }

    private void energy(String where, long start, long end, SensorEnergy stated) {
        String id = stated.sensor().value();
        SensorTrace trace = traces.get(id);
        List<SensorInfo> sensors = run.sensors().stream()
                .filter(sensor -> sensor.id().equals(stated.sensor()))
                .toList();
        if (sensors.isEmpty()) {
            differences.add(where + ", sensor " + id + ": the run has no such sensor, so its energy was not checked");
        }
        sensors.stream()
                .filter(sensor -> trace != null)
                .map(sensor -> energyOf.between(sensor, Objects.requireNonNull(trace), start, end))
                .filter(again -> !Agreement.of(stated, again))
                .forEach(again ->
                        differences.add(where + ", sensor " + id + ": " + StatedText.difference(stated, again)));
    }
}
