package org.joulemark.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.bench.CallSpan;
import org.joulemark.engine.bench.InferenceWorker;
import org.joulemark.engine.bench.ModelBytes;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.bench.Workers;
import org.joulemark.engine.bench.check.CheckResult;
import org.joulemark.engine.bench.check.ModelCheck;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measured loop against a bare loop over the same session, interleaved, with the null (bare against bare) beside. */
class WorkerBench {
    private static final int PAIRS = 15;

    @TempDir
    Path folder;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** One loop: fills the latencies and gives the wall time it took. */
    private interface Loop {
        long run(long[] nanos) throws OrtException;
    }

    private record Outcome(double p50Micros, double gapMicros, double bytesPerCall) {}

    private Outcome measure(Loop loop, int calls) throws OrtException {
        long[] nanos = new long[calls];
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long wall = loop.run(nanos);
        double perCall = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / calls;
        double gap = (double) (wall - Arrays.stream(nanos).sum()) / calls / 1e3;
        Arrays.sort(nanos);
        return new Outcome(nanos[calls / 2] / 1e3, gap, perCall);
    }

    private void compare(String name, Path model, TensorData input, int calls) throws Exception {
        Tensors tensors = new Tensors(environment);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model.toString(), options);
                    OnnxTensor tensor = tensors.whole(input)) {
                Map<String, OnnxTensor> inputs = Map.of(input.name(), tensor);
                Map<String, OnnxTensor> pinned;
                try (OrtSession.Result sample = session.run(inputs)) {
                    pinned = PinnedOutputs.like(sample, environment);
                }
                TimedLoop timed = new TimedLoop(session, List.of(inputs), pinned);
                Loop harness = nanos -> {
                    long start = System.nanoTime();
                    assertThat(timed.run(nanos, Long.MAX_VALUE, nanos.length).calls())
                            .isEqualTo(nanos.length);
                    return System.nanoTime() - start;
                };
                Loop bare = nanos -> bare(session, inputs, pinned, nanos);
                pairs(name, harness, bare, calls);
                pinned.values().forEach(OnnxTensor::close);
            }
        }
    }

    private static long bare(
            OrtSession session, Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned, long[] nanos)
            throws OrtException {
        Set<String> none = Set.of();
        long start = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            OrtSession.Result result = session.run(inputs, none, pinned);
            nanos[i] = System.nanoTime() - begin;
            result.close();
        }
        return System.nanoTime() - start;
    }

    private void pairs(String name, Loop harness, Loop bare, int calls) throws OrtException {
        measure(bare, calls);
        measure(harness, calls);
        List<Double> ratios = new ArrayList<>();
        List<Double> nulls = new ArrayList<>();
        List<Double> gaps = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Outcome before = measure(bare, calls);
            Outcome ours = measure(harness, calls);
            Outcome after = measure(bare, calls);
            ratios.add(ours.p50Micros() / ((before.p50Micros() + after.p50Micros()) / 2));
            nulls.add(after.p50Micros() / before.p50Micros());
            gaps.add(ours.gapMicros());
            bytes.add(ours.bytesPerCall() - before.bytesPerCall());
        }
        System.out.printf(
                "%s: p50 harness/bare %s, null bare/bare %s, outside the span %s us a call, own bytes a call %s%n",
                name, spread(ratios), spread(nulls), spread(gaps), spread(bytes));
        assertThat(median(bytes)).as("bytes our own code allocates a call").isLessThan(0.5);
        assertThat(median(gaps))
                .as("microseconds a call outside the timed span")
                .isLessThan(1.0);
        assertThat(median(ratios))
                .as("inside the null's spread")
                .isBetween(Collections.min(nulls), Collections.max(nulls));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String spread(List<Double> values) {
        return "%.3f [%.3f, %.3f]".formatted(median(values), Collections.min(values), Collections.max(values));
    }

    private static TensorData floats(String name, List<Long> shape) {
        int elements = shape.stream().mapToInt(Long::intValue).reduce(1, Math::multiplyExact);
        ByteBuffer bytes = ByteBuffer.allocate(4 * elements).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < elements; i++) {
            bytes.putFloat((i % 255) / 255f);
        }
        return TensorData.numeric(name, ElementType.FLOAT, shape, bytes.flip());
    }

    @Test
    void theHarnessCostsNothingThatShowsOnAModelOfAThirdOfAMillisecond() throws Exception {
        Path model = Path.of("../packaging/samples/digits-v1-baseline.onnx").toAbsolutePath();
        compare("digits-v1 (0.3 ms)", model, floats("image", List.of(1L, 1L, 8L, 8L)), 1_000);
    }

    @Test
    void onAModelOfOneNodeLessThanAMicrosecondLiesOutsideTheSpan() throws Exception {
        compare("one node", ModelBytes.doubling(folder.resolve("add.onnx")), floats("X", List.of(2L)), 40_000);
    }

    @Test
    void littleOfAWindowLiesOutsideItsCalls() throws Exception {
        Path model = Path.of("../packaging/samples/iris-v2-logistic.onnx").toAbsolutePath();
        List<Double> whole = new ArrayList<>();
        List<Double> edges = new ArrayList<>();
        List<Double> loops = new ArrayList<>();
        try (InferenceWorker worker = Workers.start(30)) {
            worker.load(Workers.request(model));
            worker.feed(List.of(floats("input", List.of(1L, 4L))), 0);
            worker.run(1_000_000_000L, 1);
            for (int i = 0; i < 5; i++) {
                long asked = System.nanoTime();
                worker.prepare(3_000_000_000L, 1);
                long told = System.nanoTime();
                CallSpan span = worker.runPrepared();
                long said = System.nanoTime();
                double calls = Arrays.stream(worker.collect().calls().toArray()).sum();
                long sent = System.nanoTime();
                whole.add(1 - calls / (sent - asked));
                edges.add(1 - calls / (said - told));
                loops.add(1 - calls / span.end().nanosSince(span.begin()));
            }
        }
        System.out.printf(
                "share outside calls, iris: %s with preparing and sending, %s by the host's ticks, %s by the loop's%n",
                spread(whole), spread(edges), spread(loops));
        assertThat(median(edges)).isLessThan(median(whole));
        assertThat(median(loops)).isLessThanOrEqualTo(median(edges));
    }

    @Test
    void aWorkerIsReadyInUnderHalfASecond() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            long start = System.nanoTime();
            try (InferenceWorker worker = Workers.start(30)) {
                assertThat(worker.ready().onnxRuntime()).isNotEmpty();
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        System.out.println("worker ready after " + spread(seconds) + " s");
        assertThat(median(seconds)).isLessThan(0.5);
    }

    @Test
    void aHundredSmallModelsAreCheckedInUnderHalfAMinute() throws Exception {
        List<Path> models = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            models.add(ModelBytes.doubling(folder.resolve("m" + i + ".onnx")));
        }
        List<CheckResult> results = new ArrayList<>();
        long start = System.nanoTime();
        new ModelCheck(new WorkerProcesses(), Workers.settings(30, 2048), Map.of(), null, null)
                .check(models, results::add);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("100 small models checked in %.2f s%n", seconds);
        assertThat(results).hasSize(100);
        assertThat(seconds).isLessThan(30);
    }
}
