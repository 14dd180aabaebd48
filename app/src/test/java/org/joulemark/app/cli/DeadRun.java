package org.joulemark.app.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.Presets;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.VersionResult;

/** A run that died before a worker started: most of what it costs and runs on is not known. */
final class DeadRun {
    private DeadRun() {}

    /** A version that crashed in such a run before its first trial. */
    static Contender version(String name, int batchSize) {
        return new Contender(
                begun(),
                new VersionResult(
                        name,
                        null,
                        new Configuration(ProviderId.CPU, DeviceId.CPU, batchSize, 1),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        new Failure("load", "crashed", "it fell over", ""),
                        List.of()));
    }

    static Run begun() {
        BenchPlan plan = new BenchPlan(
                List.of(new PlannedModel("v1", "/models/v1.onnx")),
                List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1)),
                null,
                Presets.DEMO,
                1,
                Map.of(),
                null,
                1L << 32,
                1);
        return new Run(
                new RunId("20260314T120000Z-aaaaaa"),
                RunStatus.CANCELLED,
                "",
                Instant.EPOCH,
                0,
                Instant.EPOCH,
                plan,
                new MachineFingerprint("ab", "cpu", "v", 1, 2, 2, 1L << 33, "Linux", "6", "", "", "mains", List.of()),
                new SoftwareVersions("0.2.0", "", "", "25"),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                Map.of(),
                new ObserverCost(-1, -1, 0, 0, 0),
                Grade.X,
                List.of());
    }
}
