package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.PlanDraft;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.MachineFingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The seed of the trial order is drawn for every plan, and can be given to repeat one. */
class PlanOptionsTest {
    private static final int PLANS = 20;
    private static final MachineFingerprint MACHINE = new MachineFingerprint(
            "ab".repeat(32), "cpu", "vendor", 1, 2, 2, 8L << 30, "os", "k", "", "", "mains", List.of());

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
    void plansOfTheFormAndOfTheDemonstrationHaveSeedsOfTheirOwn(@TempDir Path folder) throws Exception {
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < PLANS; i++) {
            seeds.add(PlanDraft.Limits.usual().seed());
            seeds.add(BundledFamily.plan(folder, MACHINE).seed());
        }
        assertThat(seeds).hasSizeGreaterThan(PLANS);
    }
}
