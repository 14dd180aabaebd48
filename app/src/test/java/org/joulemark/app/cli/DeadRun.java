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
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunEnding;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunSetting;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SoftwareVersions;
import org.joulemark.engine.model.VersionResult;

/** A run that died before a worker started: most of what it costs and runs on is not known. */
final class DeadRun {
    private DeadRun() {}

    /** A version that crashed in such a run before its first trial. */
    static Contender version(String name, int batchSize) {
        Run run = begun();
        Configuration configuration = new Configuration(ProviderId.CPU, DeviceId.CPU, batchSize, 1);
        return new Contender(
                run,
                new VersionResult(
                        run.plan().versions().getFirst().key(),
                        name,
                        null,
                        configuration,
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
                PlannedModel.numbered(List.of(new ModelFile("v1", "/models/v1.onnx"))),
                List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1)),
                null,
                Presets.DEMO,
                1,
                Map.of(),
                null,
                1L << 32,
                1);
        return Run.begun(
                        new RunId("20260314T120000Z-aaaaaa"),
                        plan,
                        new RunSetting(
                                Instant.EPOCH,
                                0,
                                new MachineFingerprint(
                                        "ab", "cpu", "v", 1, 2, 2, 1L << 33, "Linux", "6", "", "", "mains", List.of()),
                                new SoftwareVersions("0.2.0", "", "", "25"),
                                null,
                                null,
                                List.of(),
                                List.of()))
                .withEnding(new RunEnding(RunStatus.CANCELLED, "", Instant.EPOCH));
    }
}
