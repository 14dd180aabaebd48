package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;

/**
 * Grades a run by its worst trait. A: counters only, steady, nothing noticed. B: polled or vendor-modelled sensors, a
 * warning, bad {@link Conditions}, an energy missing in a trial, a version without result, or an early end. C: an estimated or assumed sensor, no
 * power sensor at all, or a preset too short to be reported. X: a finding that forbids use, or no finished trial. Only
 * sensors that count for a measured device are looked at: a CPU estimated beside a measured GPU is its own line.
 */
public final class Grades {
    private static final Pattern FIGURE = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private Grades() {}

    private record Reason(Grade grade, String text) {}

    /** Grades {@code run} from its record; the grade it carries already is ignored. */
    public static Judgement of(Run run) {
        List<Reason> reasons = new ArrayList<>();
        ending(reasons, run);
        findings(reasons, run);
        versions(reasons, run);
        sensors(reasons, run);
        missing(reasons, run);
        List<SensorInfo> counted =
                devices(run).stream().flatMap(device -> counted(run, device)).toList();
        Conditions.flaws(run, counted).forEach(flaw -> reasons.add(new Reason(Grade.B, flaw)));
        reasons.sort(Comparator.comparing(Reason::grade).reversed());
        Grade worst = reasons.isEmpty() ? Grade.A : reasons.getFirst().grade();
        Set<String> texts = reasons.stream().map(Reason::text).collect(Collectors.toCollection(LinkedHashSet::new));
        return new Judgement(worst, List.copyOf(texts));
    }

    private static void ending(List<Reason> reasons, Run run) {
        if (run.versions().stream().allMatch(version -> version.trials().isEmpty())) {
            reasons.add(new Reason(Grade.X, "no finished trial"));
        }
        if (run.ending().status() != RunStatus.COMPLETED) {
            String why = run.ending().reason().isEmpty()
                    ? run.ending().status().name()
                    : run.ending().reason();
            reasons.add(new Reason(Grade.B, "ended early: " + why));
        }
        if (!run.plan().settings().reportable()) {
            String name = run.plan().settings().name();
            reasons.add(new Reason(Grade.C, "not for reporting: preset " + name + " is too short"));
        }
    }

    private static void findings(List<Reason> reasons, Run run) {
        addFindings(reasons, "", run.setting().preflight());
        for (VersionResult version : run.versions()) {
            addFindings(reasons, version.name() + ": ", version.findings());
            trialFindings(reasons, version);
        }
    }

    /** Findings of trials that differ by their figures only are one: the largest, with the number of trials that had it. */
    private static void trialFindings(List<Reason> reasons, VersionResult version) {
        Map<String, List<Finding>> alike = new LinkedHashMap<>();
        for (Trial trial : version.trials()) {
            Map<String, Finding> here = new LinkedHashMap<>();
            trial.findings()
                    .forEach(finding -> here.merge(finding.text().replaceAll("[0-9.]+", "#"), finding, Grades::larger));
            here.forEach((text, finding) ->
                    alike.computeIfAbsent(text, _ -> new ArrayList<>()).add(finding));
        }
        for (List<Finding> kind : alike.values()) {
            Finding most = kind.stream().reduce(kind.getFirst(), Grades::larger);
            boolean equal = kind.stream().allMatch(other -> other.text().equals(most.text()));
            String text = "%s (%sin %d of %d trials)"
                    .formatted(
                            most.text(),
                            equal ? "" : "the most; ",
                            kind.size(),
                            version.trials().size());
            addFindings(
                    reasons,
                    version.name() + ": ",
                    List.of(new Finding(most.code(), most.severity(), text, most.remedy())));
        }
    }

    /** The worse of two findings of a kind, of equally bad ones that with the larger first figure. */
    private static Finding larger(Finding one, Finding other) {
        int severity = other.severity().compareTo(one.severity());
        return severity > 0 || (severity == 0 && firstFigure(other) > firstFigure(one)) ? other : one;
    }

    private static double firstFigure(Finding finding) {
        Matcher figure = FIGURE.matcher(finding.text());
        return figure.find() ? Double.parseDouble(figure.group()) : 0;
    }

    private static void addFindings(List<Reason> reasons, String where, List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.NOTE) {
                continue;
            }
            Grade grade = finding.severity() == Severity.INVALID ? Grade.X : Grade.B;
            reasons.add(new Reason(grade, where + finding.text()));
        }
    }

    private static void versions(List<Reason> reasons, Run run) {
        for (VersionResult version : run.versions()) {
            if (version.failure() != null) {
                reasons.add(new Reason(
                        Grade.B,
                        version.name() + " has no full result: "
                                + version.failure().message()));
            } else if (version.load() != null && !version.load().warmUpSteady()) {
                reasons.add(new Reason(Grade.B, version.name() + ": not steady after warm-up"));
            }
        }
    }

    private static void sensors(List<Reason> reasons, Run run) {
        for (DeviceId device : devices(run)) {
            List<SensorInfo> counted = counted(run, device).toList();
            if (counted.isEmpty()) {
                reasons.add(new Reason(Grade.C, "no power sensor for " + device + ", so no energy"));
            }
            for (SensorInfo sensor : counted) {
                Grade grade = grade(sensor.provenance());
                if (grade != Grade.A) {
                    reasons.add(new Reason(grade, sensor.name() + " is " + words(sensor.provenance())));
                }
            }
        }
    }

    private static void missing(List<Reason> reasons, Run run) {
        for (VersionResult version : run.versions()) {
            Set<SensorId> counted = counted(run, version.configuration().device())
                    .map(SensorInfo::id)
                    .collect(Collectors.toSet());
            for (Trial trial : version.trials()) {
                if (known(trial, counted) < counted.size()) {
                    String where = version.name() + ", block " + (trial.block() + 1);
                    reasons.add(new Reason(Grade.B, where + ": energy of a sensor is missing"));
                }
            }
        }
    }

    private static long known(Trial trial, Set<SensorId> counted) {
        return trial.energies().stream()
                .filter(energy -> energy.energy() instanceof Quantity)
                .map(SensorEnergy::sensor)
                .filter(counted::contains)
                .distinct()
                .count();
    }

    private static Set<DeviceId> devices(Run run) {
        return run.plan().configurations().stream()
                .map(configuration -> configuration.device())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<SensorInfo> counted(Run run, DeviceId device) {
        return run.setting().sensors().stream()
                .filter(sensor -> sensor.counted() && sensor.device().equals(device));
    }

    private static Grade grade(Provenance provenance) {
        return switch (provenance) {
            case COUNTER, IMPORTED_METER -> Grade.A;
            case POLLED_INSTANT, POLLED_AVERAGE, VENDOR_MODEL -> Grade.B;
            case ESTIMATED, ASSUMED, MISSING -> Grade.C;
        };
    }

    private static String words(Provenance provenance) {
        return switch (provenance) {
            case COUNTER -> "an energy counter";
            case IMPORTED_METER -> "an imported meter";
            case POLLED_INSTANT, POLLED_AVERAGE -> "polled, not an energy counter";
            case VENDOR_MODEL -> "computed by the vendor's model";
            case ESTIMATED -> "estimated, not measured";
            case ASSUMED -> "an assumed constant";
            case MISSING -> "missing";
        };
    }
}
