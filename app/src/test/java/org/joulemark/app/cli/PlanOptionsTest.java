package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.PlanDraft;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The seed of the trial order is drawn for every plan, and can be given to repeat one. */
class PlanOptionsTest {
    private static final int PLANS = 20;
    private static final MachineFingerprint MACHINE = new MachineFingerprint(
            "ab".repeat(32),
            "cpu",
            "vendor",
            1,
            2,
            2,
            8L << 30,
            "os",
            "k",
            "",
            "",
            "mains",
            List.of(new GpuFacts(DeviceId.gpu(0), "g", "v", 1L << 30, "u", "d")));

    private static BenchPlan plan(String... options) throws Exception {
        return CommandLine.populateCommand(new PlanOptions(), options).plan(List.of("a.onnx", "b.onnx"), MACHINE);
    }

    @Test
    void plansOfTheCommandLineHaveSeedsOfTheirOwn() throws Exception {
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < PLANS; i++) {
            seeds.add(plan().seed());
        }
        assertThat(seeds).hasSizeGreaterThan(PLANS / 2).allMatch(seed -> seed > 0 && seed < Integer.MAX_VALUE);
    }

    @Test
    void theSeedThatIsGivenIsTheSeedOfThePlan() throws Exception {
        assertThat(plan("--seed", "42").seed()).isEqualTo(42);
        assertThat(plan("--seed=-3").seed()).isEqualTo(-3);
    }

    @Test
    void aProviderComputesOnTheDeviceThatIsMeasured() throws Exception {
        assertThat(plan("--device", "gpu:0", "--provider", "cuda").configurations())
                .extracting(configuration -> configuration.device().text())
                .containsExactly("gpu:0");
        assertThatThrownBy(() -> plan("--device", "gpu:0", "--provider", "cpu"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("provider cpu computes on the CPU, not on gpu:0")
                .hasMessageContaining("--device cpu");
        assertThatThrownBy(() -> plan("--device", "gpu:0", "--provider", "cuda,cpu"))
                .hasMessageContaining("provider cpu computes on the CPU");
        assertThatThrownBy(() -> plan("--provider", "cuda"))
                .hasMessageContaining("provider cuda computes on a GPU, not on cpu")
                .hasMessageContaining("--device gpu:0");
    }

    @Test
    void limitsThatAllowNothingAreRefused() {
        for (String option : List.of("--memory-limit", "--hang-limit")) {
            for (String amount : List.of("0", "-5", "9999999999")) {
                assertThatThrownBy(() -> plan(option + "=" + amount))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining(option + " " + amount + ": give 1 to 2147483647");
            }
        }
    }

    @Test
    void plansOfTheFormAndOfTheDemonstrationHaveSeedsOfTheirOwn(@TempDir Path folder) throws Exception {
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < PLANS; i++) {
            seeds.add(PlanDraft.Limits.usual().seed());
            seeds.add(BundledFamily.plan(folder, MACHINE).seed());
        }
        assertThat(seeds).hasSizeGreaterThan(PLANS);
    }
}
