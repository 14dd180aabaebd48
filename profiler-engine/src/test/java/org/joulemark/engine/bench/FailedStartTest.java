package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.FakeMachine;
import org.joulemark.engine.power.LivePower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that cannot start leaves nothing open. */
@EnabledOnOs(OS.LINUX)
class FailedStartTest {
    private static final int STARTS = 20;

    @TempDir
    Path folder;

    private BenchEnvironment environment() throws IOException {
        FakeMachine machine = new FakeMachine(folder)
                .zone("intel-rapl:0", "package-0", 1_000_000)
                .zone("intel-rapl:0:0", "core", 500_000)
                .cpuTimes(1000, 0, 0, 50_000, 0, 0, 0, 0, 0, 0);
        MachineFingerprint fingerprint = new MachineFingerprint(
                "ab".repeat(32), "test cpu", "test", 1, 2, 2, 8L << 30, "test", "", "", "", "mains", List.of());
        return new BenchEnvironment(new WorkerProcesses(), fingerprint, machine.context(), null, folder, "test");
    }

    private BenchPlan plan() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("add.onnx"));
        return new BenchPlan(
                PlannedModel.numbered(List.of(new ModelFile("add", model.toString()))),
                List.of(new Configuration(ProviderId.CPU, DeviceId.CPU, 2, 1)),
                null,
                Presets.DEMO,
                1,
                Map.of(),
                null,
                4L << 30,
                20_000_000_000L);
    }

    /** A journal that fails at the start, or whose disk is well but never asked for more. */
    private static RunJournal journal(boolean failing) {
        return (RunJournal) Proxy.newProxyInstance(
                RunJournal.class.getClassLoader(), new Class<?>[] {RunJournal.class}, (self, method, values) -> {
                    if (failing) {
                        throw new IOException("disk full");
                    }
                    return null;
                });
    }

    /** Files of the made-up machine that this process holds open. */
    private List<String> open() throws IOException {
        String root = folder.toRealPath().toString();
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(FailedStartTest::target)
                    .filter(target -> target.startsWith(root))
                    .toList();
        }
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return "closed in the meantime";
        }
    }

    @Test
    void aHistoryThatCannotBeWrittenLeavesNoSensorOpen() throws Exception {
        BenchEnvironment environment = environment();
        BenchPlan plan = plan();
        for (int i = 0; i < STARTS; i++) {
            BenchRunner runner = new BenchRunner(environment, journal(true), Run::judgement);
            assertThatThrownBy(() -> runner.run(plan, BenchListener.silent()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("disk full");
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void anExecutionThatWasOnlyMadeHasRecordedNothingAndStartedNothing() throws Exception {
        BenchEnvironment environment = environment();
        Set<Thread> before = samplers();
        try (RunInstruments instruments = RunInstruments.open(environment)) {
            RunTask task = new RunTask(
                    instruments,
                    journal(true),
                    new Cancellation(),
                    PreparedPlan.of(plan(), environment),
                    BenchListener.silent());
            RunExecution execution = new RunExecution(task);
            assertThat(before).containsAll(samplers());
            assertThatThrownBy(execution::execute).hasMessage("disk full");
            assertThat(before).containsAll(samplers());
        }
    }

    /** Threads that read sensors or write down what they say. */
    private static Set<Thread> samplers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("power-")
                        || thread.getName().equals("sample-writer"))
                .collect(Collectors.toSet());
    }

    @Test
    void aListenerThatFailsLeavesNoSensorOpen() throws Exception {
        BenchEnvironment environment = environment();
        BenchPlan plan = plan();
        BenchListener failing = new BenchListener() {
            @Override
            public void started(Run begun, LivePower power) {
                throw new IllegalStateException("no screen");
            }
        };
        for (int i = 0; i < STARTS; i++) {
            BenchRunner runner = new BenchRunner(environment, journal(false), Run::judgement);
            assertThatThrownBy(() -> runner.run(plan, failing)).hasMessage("no screen");
        }
        assertThat(open()).isEmpty();
    }
}
