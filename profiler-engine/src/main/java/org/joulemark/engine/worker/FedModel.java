package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.protocol.HostMessage;
import org.joulemark.engine.protocol.WorkerMessage;
import org.jspecify.annotations.Nullable;

/** A loaded model with its inputs: what can be run, evaluated and profiled. */
final class FedModel implements AutoCloseable {
    /** No call through the Java layer is faster. */
    private static final long FASTEST_CALL_NANOS = 500;

    private static final long ROOMY_CALLS = 2_000_000;

    /** Outputs of more elements are not copied only to look for NaN. */
    private static final long MOST_LOOKED_AT = 1L << 24;

    private final ModelSession model;
    private final Batches batches;
    private final Map<String, OnnxTensor> pinned;
    private final long firstNanos;
    private final List<NotNumbers> notNumbers;
    private long fastestNanos;
    private long[] room = new long[0];
    private HostMessage.@Nullable PrepareWindow prepared;
    private @Nullable Measured measured;

    private record Measured(TimedLoop.Ran ran, long cpuNanos, long allocatedBytes, long windowNanos) {}

    FedModel(ModelSession model, HostMessage.Feed feed) throws OrtException, RefusedException {
        this.model = model;
        this.batches = new Batches(new Tensors(model.environment()), feed.inputs(), feed.batchSize());
        OrtSession session = model.session();
        long start = System.nanoTime();
        try (OrtSession.Result first = session.run(batches.prepared().getFirst())) {
            this.firstNanos = System.nanoTime() - start;
            this.notNumbers = notNumbers(first);
            // Shapes may depend on the data; a second batch with other shapes must not be pinned.
            this.pinned = sameShapes(first) ? PinnedOutputs.like(first, model.environment()) : Map.of();
        }
        this.fastestNanos = Math.max(1, firstNanos);
    }

    private static List<NotNumbers> notNumbers(OrtSession.Result first) throws OrtException {
        List<OutputValue> outputs = new ArrayList<>();
        for (Map.Entry<String, OnnxValue> entry : first) {
            boolean vast = entry.getValue() instanceof OnnxTensor tensor
                    && tensor.getInfo().getNumElements() > MOST_LOOKED_AT;
            if (!vast) {
                outputs.add(Outputs.read(entry.getKey(), entry.getValue()));
            }
        }
        return NotNumbers.in(outputs);
    }

    private boolean sameShapes(OrtSession.Result first) throws OrtException {
        if (batches.prepared().size() == 1) {
            return true;
        }
        try (OrtSession.Result last = model.session().run(batches.prepared().getLast())) {
            for (Map.Entry<String, OnnxValue> entry : first) {
                if (!(entry.getValue() instanceof OnnxTensor a)
                        || !(last.get(entry.getKey()).orElse(null) instanceof OnnxTensor b)
                        || !Arrays.equals(a.getInfo().getShape(), b.getInfo().getShape())) {
                    return false;
                }
            }
            return true;
        }
    }

    WorkerMessage.Fed fed() {
        return new WorkerMessage.Fed(batches.rows(), !pinned.isEmpty(), firstNanos, notNumbers);
    }

    /** Sets aside room for the latencies of a window, so that this is not done in it. */
    WorkerMessage.WindowReady prepare(HostMessage.PrepareWindow window) {
        long received = System.nanoTime();
        int capacity = capacity(window);
        if (room.length < capacity) {
            room = new long[capacity];
        }
        prepared = window;
        return new WorkerMessage.WindowReady(received, System.nanoTime());
    }

    /** Runs the window made ready. What was measured stays here until it is asked for. */
    WorkerMessage.WindowEnded run() throws OrtException, RefusedException {
        HostMessage.PrepareWindow window = prepared;
        if (window == null) {
            throw new RefusedException("no window was made ready");
        }
        prepared = null;
        TimedLoop loop = new TimedLoop(model.session(), batches.prepared(), pinned);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = process.getProcessCpuTime();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        TimedLoop.Ran ran = loop.run(room, window.windowNanos(), window.minCalls());
        measured = new Measured(
                ran,
                process.getProcessCpuTime() - cpu,
                threads.getCurrentThreadAllocatedBytes() - allocated,
                window.windowNanos());
        return new WorkerMessage.WindowEnded(ran.beginNanos(), ran.endNanos());
    }

    /** What was measured in the window that was run last. */
    WorkerMessage.WindowDone sent() throws RefusedException {
        Measured window = measured;
        if (window == null) {
            throw new RefusedException("no window was run");
        }
        int count = window.ran().calls();
        long[] calls = Arrays.copyOf(room, count);
        fastestNanos = Math.max(1, Arrays.stream(calls).min().orElse(fastestNanos));
        boolean truncated = count == room.length && sum(calls) < window.windowNanos();
        return new WorkerMessage.WindowDone(
                new LatencySeries(calls), window.cpuNanos(), (double) window.allocatedBytes() / count, truncated);
    }

    /** Room for twice the calls the fastest one so far would allow; the first call of all is a slow one. */
    private int capacity(HostMessage.PrepareWindow window) {
        long guess = 2 * (window.windowNanos() / fastestNanos) + 1024;
        long roomy = Math.min(ROOMY_CALLS, window.windowNanos() / FASTEST_CALL_NANOS);
        return (int) Math.min(TimedLoop.MAX_CALLS, Math.max(Math.max(guess, roomy), window.minCalls()));
    }

    private static long sum(long[] nanos) {
        return Arrays.stream(nanos).sum();
    }

    WorkerMessage.Evaluated evaluate() throws OrtException, RefusedException {
        Map<String, List<OutputValue>> parts = new LinkedHashMap<>();
        for (long i = 0; i < batches.calls(); i++) {
            Map<String, OnnxTensor> call = batches.call(i);
            try (OrtSession.Result result = model.session().run(call)) {
                for (Map.Entry<String, OnnxValue> entry : result) {
                    parts.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(Outputs.read(entry.getKey(), entry.getValue()));
                }
            } finally {
                call.values().forEach(OnnxTensor::close);
            }
        }
        boolean oneCall = batches.calls() == 1 && batches.rows() == 1;
        return new WorkerMessage.Evaluated(parts.values().stream()
                .map(values -> oneCall ? values.getFirst() : JoinedOutput.of(values, batches.rows()))
                .toList());
    }

    WorkerMessage.Profiled profile(HostMessage.Profile request) throws OrtException, RefusedException, IOException {
        String file;
        try (OrtSession session = model.profiled(request.filePrefix())) {
            for (int i = 0; i < request.calls(); i++) {
                session.run(batches.prepared().getFirst()).close();
            }
            file = session.endProfiling();
        }
        Path path = Path.of(file);
        String json = Files.readString(path);
        Files.deleteIfExists(path);
        return new WorkerMessage.Profiled(json);
    }

    @Override
    public void close() {
        pinned.values().forEach(OnnxTensor::close);
        batches.close();
    }
}
