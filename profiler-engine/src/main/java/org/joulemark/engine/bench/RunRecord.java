package org.joulemark.engine.bench;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunSetting;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.power.PowerSensor;

/** The record of a run as it begins, before anything is measured. */
final class RunRecord {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private RunRecord() {}

    static Run begun(RunInstruments instruments, PreparedPlan prepared) {
        BenchEnvironment environment = instruments.environment();
        EvaluationSet data = prepared.data();
        Instant now = Instant.now();
        RunSetting setting = new RunSetting(
                now,
                System.nanoTime(),
                environment.machine(),
                software(environment),
                environment.site(),
                data == null ? null : data.facts(),
                instruments.survey().sensors().stream().map(PowerSensor::info).toList(),
                preflight(instruments, prepared));
        String random = "%06x".formatted(RANDOM.nextInt(1 << 24));
        return Run.begun(new RunId(STAMP.format(now) + "-" + random), prepared.plan(), setting);
    }

    private static List<Finding> preflight(RunInstruments instruments, PreparedPlan prepared) {
        return Stream.concat(Preflight.of(prepared.plan(), instruments).stream(), prepared.findings().stream())
                .toList();
    }

    private static SoftwareVersions software(BenchEnvironment environment) {
        return new SoftwareVersions(
                environment.softwareVersion(), "", "", System.getProperty("java.vendor", "") + " " + Runtime.version());
    }

    /** What is known of the software now that a worker has told what it runs on. */
    static SoftwareVersions software(SoftwareVersions known, InferenceWorker.Ready ready) {
        return new SoftwareVersions(
                known.joulemark(), ready.onnxRuntime(), ready.librarySha256(), ready.nativeSha256(), known.java());
    }
}
