package org.joulemark.app.ui.history;

import java.util.List;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SoftwareVersions;

/** Where a run was measured and by what software. */
final class MachineFacts {
    private static final double GIBIBYTE = 1L << 30;

    private MachineFacts() {}

    /** The facts, in groups. */
    static List<FactGroup> of(Run run, Texts texts) {
        Facts facts = new Facts(texts);
        machine(facts, run.setting().machine(), texts);
        software(facts, run.setting().software(), texts);
        return facts.groups();
    }

    private static void machine(Facts facts, MachineFingerprint machine, Texts texts) {
        facts.group("machine")
                .add("cpu", machine.cpuName())
                .add(
                        "cores",
                        texts.format(
                                "machine.cores", machine.sockets(), machine.physicalCores(), machine.logicalCores()))
                .add("memory", gibibytes(machine.memoryBytes(), texts));
        for (GpuFacts gpu : machine.gpus()) {
            facts.add("gpu", gpu.device() + ": " + gpu.name(), gpuDetail(gpu, texts));
        }
        facts.add("os", machine.operatingSystem())
                .add("kernel", machine.kernel())
                .add(
                        "virtual",
                        machine.virtualMachine().isEmpty() ? texts.get("machine.bare") : machine.virtualMachine())
                .add("governor", machine.governor().isEmpty() ? texts.get("machine.unknown") : machine.governor())
                .add("power", machine.powerSource())
                .add("fingerprint", machine.hash());
    }

    private static void software(Facts facts, SoftwareVersions software, Texts texts) {
        String runtime = software.onnxRuntime();
        facts.group("software")
                .add("joulemark", software.joulemark())
                .add("onnxruntime", runtime.isEmpty() ? texts.get("software.no-worker") : runtime)
                .add("onnxruntime-sha256", software.onnxRuntimeSha256())
                .add("java", software.java());
    }

    private static String gpuDetail(GpuFacts gpu, Texts texts) {
        return String.join(
                "\n",
                gpu.vendor(),
                gpu.memoryBytes() > 0 ? gibibytes(gpu.memoryBytes(), texts) : "",
                gpu.driver(),
                gpu.uuid());
    }

    private static String gibibytes(long bytes, Texts texts) {
        return texts.fixed(bytes / GIBIBYTE, 1) + " GiB";
    }
}
