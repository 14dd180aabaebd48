package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.joulemark.engine.device.CpuGovernors;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/**
 * What in a run's record says that it was not measured under good conditions: times without a reading, readings that
 * came late or leave much open, a baseline that is missing or drifted, a clock that follows the load. One sentence each, with its figure.
 */
final class Conditions {
    /** What is not seen of a window is at most what its uncertainty can carry; polled sensors lose their energy there. */
    private static final double GAP_LIMIT = 0.01;

    /**
     * Readings that came late at most: with one in twenty missing, a load that changes with the sampling period is no
     * longer seen evenly.
     */
    private static final double LATE_LIMIT = 0.05;

    /** What the readings leave open of an energy should not be more than the coarsest measuring sensor's own uncertainty. */
    private static final double OPEN_LIMIT = 0.1;

    /** Idle power may drift so much, relative, before net energies are more drift than load. */
    private static final double IDLE_DRIFT_LIMIT = 0.05;

    /** Idle power may drift by so many watts: more is another program, a fan or a display, however large the machine. */
    private static final double IDLE_DRIFT_WATTS = 2.0;

    /** Codes of findings that tell of other programs: at the start of a run and in a trial. */
    private static final String BUSY_BEFORE = "machine-busy";

    private static final String BUSY_TRIAL = "foreign-load";

    private Conditions() {}

    /** What lowers trust in figures that rest on {@code sensors}; empty if nothing does. */
    static List<String> flaws(Run run, List<SensorInfo> sensors) {
        List<String> flaws = new ArrayList<>();
        if (!CpuGovernors.steady(run.setting().machine().governor())) {
            flaws.add(CpuGovernors.words(run.setting().machine().governor()));
        }
        late(flaws, run.evidence().observer());
        for (SensorInfo sensor : sensors) {
            run.versions().forEach(version -> gaps(flaws, version, sensor));
            run.versions().forEach(version -> open(flaws, version, sensor));
        }
        idle(flaws, run, sensors);
        busyIdle(flaws, run);
        return List.copyOf(flaws);
    }

    private static void late(List<String> flaws, ObserverCost observer) {
        if (observer.ticksLate() > LATE_LIMIT * observer.ticks()) {
            flaws.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the sensor readings came late (%d of %d)",
                    100.0 * observer.ticksLate() / observer.ticks(),
                    observer.ticksLate(),
                    observer.ticks()));
        }
    }

    private static void gaps(List<String> flaws, VersionResult version, SensorInfo sensor) {
        List<Trial> blind =
                beyond(GAP_LIMIT, version, trial -> (double) gapNanos(trial, sensor) / trial.durationNanos());
        if (blind.isEmpty()) {
            return;
        }
        Trial worst = blind.getFirst();
        String others =
                blind.size() == 1 ? "" : String.format(Locale.ROOT, " (and too long in %s)", more(blind.size() - 1));
        flaws.add(String.format(
                Locale.ROOT,
                "%s: %s was not read for %.1f s of the %.1f s of block %d%s",
                version.name(),
                sensor.name(),
                gapNanos(worst, sensor) / 1e9,
                worst.durationNanos() / 1e9,
                worst.block() + 1,
                others));
    }

    private static void open(List<String> flaws, VersionResult version, SensorInfo sensor) {
        List<Trial> open = beyond(OPEN_LIMIT, version, trial -> openShare(trial, sensor));
        if (open.isEmpty()) {
            return;
        }
        Trial worst = open.getFirst();
        String others =
                open.size() == 1 ? "" : String.format(Locale.ROOT, " (and too much in %s)", more(open.size() - 1));
        flaws.add(String.format(
                Locale.ROOT,
                "%s: the readings of %s leave %.0f %% of the energy of block %d open%s",
                version.name(),
                sensor.name(),
                100 * openShare(worst, sensor),
                worst.block() + 1,
                others));
    }

    /** Trials in which a share is larger than a limit, the largest first. */
    private static List<Trial> beyond(double limit, VersionResult version, ToDoubleFunction<Trial> share) {
        return version.trials().stream()
                .filter(trial -> share.applyAsDouble(trial) > limit)
                .sorted(Comparator.comparingDouble(share).reversed())
                .toList();
    }

    /** What the readings themselves leave open of a trial's energy (k = 2), relative. */
    private static double openShare(Trial trial, SensorInfo sensor) {
        return trial.energies().stream()
                .filter(energy -> energy.sensor().equals(sensor.id()))
                .map(SensorEnergy::energy)
                .mapToDouble(energy -> energy instanceof Quantity joules && joules.standardUncertainty() > 0
                        ? joules.expandedUncertainty() / Math.abs(joules.value())
                        : 0)
                .max()
                .orElse(0);
    }

    private static String more(int trials) {
        return trials + (trials == 1 ? " more trial" : " more trials");
    }

    private static long gapNanos(Trial trial, SensorInfo sensor) {
        return trial.energies().stream()
                .filter(energy -> energy.sensor().equals(sensor.id()))
                .mapToLong(SensorEnergy::gapNanos)
                .max()
                .orElse(0);
    }

    private static void idle(List<String> flaws, Run run, List<SensorInfo> sensors) {
        IdleWindow before = run.baselines().before();
        IdleWindow after = run.baselines().after();
        if (before == null) {
            flaws.add("no idle baseline before the trials");
        }
        if (after == null) {
            flaws.add("no idle baseline after the trials");
        }
        for (SensorInfo sensor : sensors) {
            Double first = watts(flaws, before, sensor, "before");
            Double last = watts(flaws, after, sensor, "after");
            if (first != null && last != null && drifted(first, last)) {
                flaws.add(String.format(
                        Locale.ROOT,
                        "the idle power of %s went from %.1f W before to %.1f W after the trials",
                        sensor.name(),
                        first,
                        last));
            }
        }
    }

    /** Nobody watches what other programs take in an idle window; the record tells it of what stood next to it. */
    private static void busyIdle(List<String> flaws, Run run) {
        List<Trial> trials = run.versions().stream()
                .flatMap(version -> version.trials().stream())
                .sorted(Comparator.comparingLong(Trial::startNanos))
                .toList();
        if (run.baselines().before() != null) {
            Stream<Finding> atStart = run.setting().preflight().stream().filter(finding -> coded(finding, BUSY_BEFORE));
            Stream.concat(atStart, trials.stream().limit(1).flatMap(Conditions::foreignLoad))
                    .findFirst()
                    .ifPresent(finding -> flaws.add(busyIdle("before", finding)));
        }
        if (run.baselines().after() != null && !trials.isEmpty()) {
            foreignLoad(trials.getLast()).findFirst().ifPresent(finding -> flaws.add(busyIdle("after", finding)));
        }
    }

    private static String busyIdle(String when, Finding finding) {
        return "the idle baseline " + when + " the trials was taken beside other programs (next to it: "
                + finding.text() + "), so that net energies do not rest on an idle machine";
    }

    private static Stream<Finding> foreignLoad(Trial trial) {
        return trial.findings().stream().filter(finding -> coded(finding, BUSY_TRIAL));
    }

    private static boolean coded(Finding finding, String code) {
        return finding.code().equals(code);
    }

    private static boolean drifted(double before, double after) {
        double change = Math.abs(after - before);
        return change > IDLE_DRIFT_LIMIT * Math.abs(before) || change > IDLE_DRIFT_WATTS;
    }

    /** Mean power of a baseline; null if there is none, which is named where the baseline itself is there. */
    private static @Nullable Double watts(
            List<String> flaws, @Nullable IdleWindow window, SensorInfo sensor, String when) {
        if (window == null) {
            return null;
        }
        for (SensorEnergy energy : window.energies()) {
            if (energy.sensor().equals(sensor.id())
                    && energy.energy() instanceof Quantity joules
                    && window.endNanos() > window.startNanos()) {
                return joules.value() * 1e9 / (window.endNanos() - window.startNanos());
            }
        }
        flaws.add("no idle power of " + sensor.name() + " " + when + " the trials");
        return null;
    }
}
