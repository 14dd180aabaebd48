package org.joulemark.engine.bench;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.power.PowerSensor;
import org.jspecify.annotations.Nullable;

/**
 * The record of a run, begun before anything is measured and finished with what came out.
 *
 * @param begun the run as it began
 */
record RunRecord(Run begun) {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * How a run ended.
     *
     * @param status how
     * @param reason why, if not completed
     * @param at when
     */
    record Ending(RunStatus status, String reason, Instant at) {}

    /**
     * What a run measured.
     *
     * @param idleBefore baseline before; null if not reached
     * @param idleAfter baseline after; null if not reached
     * @param versions the versions
     * @param traces traces by sensor id
     */
    record Measured(
            @Nullable IdleWindow idleBefore,
            @Nullable IdleWindow idleAfter,
            List<VersionRun> versions,
            Map<String, BlobId> traces) {}

    static RunRecord begin(RunInstruments instruments, PreparedPlan prepared) {
        BenchEnvironment environment = instruments.environment();
        Instant now = Instant.now();
        String random = "%06x".formatted(RANDOM.nextInt(1 << 24));
        EvaluationSet data = prepared.data();
        return new RunRecord(new Run(
                new RunId(STAMP.format(now) + "-" + random),
                RunStatus.INTERRUPTED,
                "begun",
                now,
                System.nanoTime(),
                now,
                prepared.plan(),
                environment.machine(),
                software(environment),
                environment.site(),
                data == null ? null : data.facts(),
                instruments.survey().sensors().stream().map(PowerSensor::info).toList(),
                preflight(instruments, prepared),
                null,
                null,
                List.of(),
                Map.of(),
                new ObserverCost(-1, -1, 0, 0, 0),
                Grade.X,
                List.of("not finished")));
    }

    private static List<Finding> preflight(RunInstruments instruments, PreparedPlan prepared) {
        return Stream.concat(Preflight.of(prepared.plan(), instruments).stream(), prepared.findings().stream())
                .toList();
    }

    private static SoftwareVersions software(BenchEnvironment environment) {
        return new SoftwareVersions(
                environment.softwareVersion(), "", "", System.getProperty("java.vendor", "") + " " + Runtime.version());
    }

    RunId id() {
        return begun.id();
    }

    Run finish(Ending ending, Measured measured, ObserverCost observer) {
        SoftwareVersions software = measured.versions().stream()
                .map(VersionRun::ready)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ready -> new SoftwareVersions(
                        begun.software().joulemark(),
                        ready.onnxRuntime(),
                        ready.librarySha256(),
                        ready.nativeSha256(),
                        begun.software().java()))
                .orElse(begun.software());
        return new Run(
                begun.id(),
                ending.status(),
                ending.reason(),
                begun.startedAt(),
                begun.startedNanos(),
                ending.at(),
                begun.plan(),
                begun.machine(),
                software,
                begun.site(),
                begun.dataset(),
                begun.sensors(),
                begun.preflight(),
                measured.idleBefore(),
                measured.idleAfter(),
                measured.versions().stream().map(VersionRun::result).toList(),
                measured.traces(),
                observer,
                Grade.X,
                List.of("not graded"));
    }
}
