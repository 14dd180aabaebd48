package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.TensorData;

/** Tries every execution provider with a model of one addition: "compiled in" does not mean that it works. */
public final class ProviderSurvey {
    /** X[1] float + X -> Y; IR 8, opset 17. Built from onnx.proto3 by hand. */
    private static final String ONE_ADDITION =
            "CAg6NQoOCgFYCgFYEgFZIgNBZGQSAWdaDwoBWBIKCggIARIECgIIAWIPCgFZEgoKCAgBEgQKAggBQgIQEQ==";

    private static final String GPU_REMEDY = "point --ort-home to the unpacked natives of onnxruntime_gpu";

    private record Known(String id, String ortName) {}

    private static final List<Known> KNOWN =
            List.of(new Known("cpu", "CPU"), new Known("cuda", "CUDA"), new Known("tensorrt", "TENSOR_RT"));

    private ProviderSurvey() {}

    /** The state of each provider, in a worker of the given build; those of GPUs on the first one. */
    public static List<ProviderStatus> of(WorkerFactory workers, WorkerSettings settings) {
        return of(workers, settings, new DeviceId("gpu:0"));
    }

    /** The state of each provider, in a worker of the given build; those of GPUs on {@code device}. */
    static List<ProviderStatus> of(WorkerFactory workers, WorkerSettings settings, DeviceId device) {
        List<ProviderStatus> statuses = new ArrayList<>();
        try (ScratchFolder scratch = ScratchFolder.temporary();
                InferenceWorker worker = workers.start(settings)) {
            Path model = Files.write(
                    scratch.path().resolve("addition.onnx"), Base64.getDecoder().decode(ONE_ADDITION));
            KNOWN.forEach(known -> statuses.add(status(worker, known, model, device)));
        } catch (WorkerException e) {
            Failure failure = e.failure();
            statuses.add(new ProviderStatus("cpu", "", false, false, failure.message(), ""));
        } catch (IOException e) {
            statuses.add(new ProviderStatus("cpu", "", false, false, "no temporary file: " + e.getMessage(), ""));
        }
        return List.copyOf(statuses);
    }

    private static ProviderStatus status(InferenceWorker worker, Known known, Path model, DeviceId device) {
        String version = worker.ready().onnxRuntime();
        if (!worker.ready().providers().contains(known.ortName())) {
            return new ProviderStatus(
                    known.id(), version, false, false, "this build of ONNX Runtime does not hold it", GPU_REMEDY);
        }
        try {
            worker.load(new LoadRequest(model, new ProviderId(known.id()), device.index(), 1, Map.of(), true));
            ByteBuffer one = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(1)
                    .flip();
            worker.feed(List.of(TensorData.numeric("X", ElementType.FLOAT, List.of(1L), one)), 0);
            return new ProviderStatus(known.id(), version, true, true, "", "");
        } catch (WorkerException e) {
            return new ProviderStatus(
                    known.id(), version, true, false, e.failure().message(), "install the library it names");
        }
    }
}
