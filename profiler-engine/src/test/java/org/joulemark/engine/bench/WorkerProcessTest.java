package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does when a model does not behave. */
class WorkerProcessTest {
    @TempDir
    Path folder;

    private static TensorData floats(String name, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return TensorData.numeric(name, ElementType.FLOAT, List.of((long) values.length), bytes.flip());
    }

    private static TensorData oneInt() {
        ByteBuffer bytes =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(7).flip();
        return TensorData.numeric("X", ElementType.INT32, List.of(1L), bytes);
    }

    private interface Act {
        void run() throws WorkerException;
    }

    private static Failure failure(Act act) {
        WorkerException e = catchThrowableOfType(WorkerException.class, act::run);
        assertThat(e).as("the worker was to fail").isNotNull();
        return e.failure();
    }

    @Test
    void aModelThatCrashesTheProcessSaysWhichSignal() throws Exception {
        Path model = ModelBytes.crashing(folder.resolve("crash.onnx"));
        try (InferenceWorker worker = Workers.start(30)) {
            worker.load(Workers.request(model));
            Failure failure = failure(() -> worker.feed(List.of(oneInt()), 0));

            assertThat(failure.kind()).isEqualTo("crashed");
            assertThat(failure.message()).containsAnyOf("SIGFPE", "SIGABRT", "SIGSEGV", "exit code");
        }
    }

    @Test
    void aModelThatNeverEndsIsEndedAfterTheLimit() throws Exception {
        Path model = ModelBytes.endless(folder.resolve("endless.onnx"));
        try (InferenceWorker worker = Workers.start(2)) {
            worker.load(Workers.request(model));

            assertThat(failure(() -> worker.feed(List.of(floats("X", 1)), 0)).kind())
                    .isEqualTo("hung");
        }
    }

    @Test
    void aModelThatWantsMoreMemoryThanAllowedIsEndedOrRefused() throws Exception {
        Path model = ModelBytes.greedy(folder.resolve("greedy.onnx"), 3);
        try (InferenceWorker worker = new WorkerProcesses().start(Workers.settings(60, 600))) {
            worker.load(Workers.request(model));

            assertThat(failure(() -> worker.feed(List.of(floats("X", 1)), 0)).kind())
                    .isIn("out-of-memory", "error");
        }
    }

    @Test
    void anotherThreadCanEndAWorkerInTheMiddleOfACall() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("add.onnx"));
        try (InferenceWorker worker = Workers.start(60)) {
            worker.load(Workers.request(model));
            worker.feed(List.of(floats("X", 1, 2)), 0);
            CompletableFuture<Failure> outcome =
                    CompletableFuture.supplyAsync(() -> failure(() -> worker.run(60_000_000_000L, 1)));
            worker.kill();

            assertThat(outcome.join().kind()).isEqualTo("killed");
            assertThat(outcome.join().message()).contains("by this program");
        }
    }

    @Test
    void aWorkerThatSomebodyKilledIsNoCrashOfTheModel() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("add.onnx"));
        for (boolean forcibly : new boolean[] {true, false}) {
            List<ProcessHandle> others = ProcessHandle.current().children().toList();
            try (InferenceWorker worker = Workers.start(60)) {
                worker.load(Workers.request(model));
                ProcessHandle process = ProcessHandle.current()
                        .children()
                        .filter(child -> !others.contains(child))
                        .findFirst()
                        .orElseThrow();
                if (forcibly) {
                    process.destroyForcibly();
                } else {
                    process.destroy();
                }
                Failure failure = failure(() -> worker.feed(List.of(floats("X", 1, 2)), 0));

                assertThat(failure.kind()).as(failure.toString()).isEqualTo("killed");
                assertThat(failure.message())
                        .contains(forcibly ? "SIGKILL" : "SIGTERM")
                        .contains("outside")
                        .doesNotContain("crashed");
            }
        }
    }

    @Test
    void aWindowIsAsLongAsAskedAndOutputsArePinned() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("add.onnx"));
        try (InferenceWorker worker = Workers.start(60)) {
            worker.load(Workers.request(model));
            InferenceWorker.Fed fed = worker.feed(List.of(floats("X", 1, 2)), 0);
            InferenceWorker.Window window = worker.run(100_000_000L, 10);
            List<OutputValue> outputs = worker.evaluate();

            assertThat(fed.outputsPinned()).isTrue();
            assertThat(window.calls().size()).isGreaterThan(10);
            assertThat(window.truncated()).isFalse();
            assertThat(outputs.getFirst()).isInstanceOfSatisfying(OutputValue.TensorValue.class, value -> {
                ByteBuffer bytes = value.tensor().elementBytes();
                assertThat(bytes.getFloat()).isEqualTo(2);
                assertThat(bytes.getFloat()).isEqualTo(4);
            });
            assertThat(worker.peakResidentBytes()).isPositive();
        }
    }

    @Test
    void whatIsNoModelIsSaidInWords() throws Exception {
        Path random = Files.write(folder.resolve("random.onnx"), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        try (InferenceWorker worker = Workers.start(30)) {
            assertThat(failure(() -> worker.load(Workers.request(random))).message())
                    .contains("not an ONNX model");
            // A worker that said no is well and takes the next model.
            assertThat(worker.load(Workers.request(ModelBytes.doubling(folder.resolve("add.onnx"))))
                            .inputs())
                    .hasSize(1);
        }
    }

    @Test
    void aTypeTheJavaInterfaceDoesNotTakeIsRefusedByName() throws Exception {
        Path model = ModelBytes.doubling(folder.resolve("add.onnx"));
        TensorData unsigned = TensorData.numeric("X", ElementType.UINT16, List.of(2L), ByteBuffer.allocate(4));
        try (InferenceWorker worker = Workers.start(30)) {
            worker.load(Workers.request(model));

            assertThat(failure(() -> worker.feed(List.of(unsigned), 0)).message())
                    .contains("'X' is uint16");
        }
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Set<Path> before = temporary();
        try (InferenceWorker worker = Workers.start(30)) {
            assertThat(worker.ready().onnxRuntime()).isEqualTo("1.29.0");
            assertThat(worker.ready().librarySha256()).hasSize(64);
            Set<Path> during = temporary();
            during.removeAll(before);
            // The worker's socket, natives and temporary files lie in one folder of its own.
            assertThat(during).allMatch(path -> path.getFileName().toString().matches("jm[0-9]+-[0-9]+"));
        }
        assertThat(temporary()).isSubsetOf(before);
    }

    /** What lies in the folder for temporary files and is of this process or a child of it. */
    private static Set<Path> temporary() throws IOException {
        String own = "jm" + ProcessHandle.current().pid() + "-";
        try (var entries = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return entries.filter(entry -> {
                        String name = entry.getFileName().toString();
                        return name.startsWith(own) || name.startsWith("onnxruntime-java");
                    })
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
