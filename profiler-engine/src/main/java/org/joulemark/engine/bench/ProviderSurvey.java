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
import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.TensorData;

/** Tries every execution provider with a model of one addition: "compiled in" does not mean that it works. */
public final class ProviderSurvey {
    /** X[1] float + X -> Y; IR 8, opset 17. Built from onnx.proto3 by hand. */
    private static final String ONE_ADDITION =
            "CAg6NQoOCgFYCgFYEgFZIgNBZGQSAWdaDwoBWBIKCggIARIECgIIAWIPCgFZEgoKCAgBEgQKAggBQgIQEQ==";

    private static final String GPU_REMEDY = "point --ort-home to the unpacked natives of onnxruntime_gpu";

    private ProviderSurvey() {}

    /** The state of each provider, in a worker of the given build; those of GPUs on the first one. */
    public static List<ProviderStatus> of(WorkerFactory workers, WorkerSettings settings) {
        return of(workers, settings, DeviceId.gpu(0));
    }

    /** The state of each provider, in a worker of the given build; those of GPUs on {@code device}. */
    static List<ProviderStatus> of(WorkerFactory workers, WorkerSettings settings, DeviceId device) {
        List<ProviderStatus> statuses = new ArrayList<>();
        try (ScratchFolder scratch = ScratchFolder.temporary();
                InferenceWorker worker = workers.start(settings)) {
            Path model = Files.write(
                    scratch.path().resolve("addition.onnx"), Base64.getDecoder().decode(ONE_ADDITION));
            ExecutionProviders.ALL.forEach(provider -> statuses.add(status(worker, provider, model, device)));
        } catch (WorkerException e) {
            Failure failure = e.failure();
            statuses.add(new ProviderStatus(ProviderId.CPU, "", false, false, failure.message(), ""));
        } catch (IOException e) {
            statuses.add(
                    new ProviderStatus(ProviderId.CPU, "", false, false, "no temporary file: " + e.getMessage(), ""));
        }
        return List.copyOf(statuses);
    }

    private static ProviderStatus status(
            InferenceWorker worker, ExecutionProvider provider, Path model, DeviceId device) {
        String version = worker.ready().onnxRuntime();
        if (!worker.ready().providers().contains(provider.ortName())) {
            return new ProviderStatus(
                    provider.id(), version, false, false, "this build of ONNX Runtime does not hold it", GPU_REMEDY);
        }
        try {
            worker.load(new LoadRequest(model, provider.id(), device.index(), 1, Map.of(), true));
            ByteBuffer one = ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(1)
                    .flip();
            worker.feed(List.of(TensorData.numeric("X", ElementType.FLOAT, List.of(1L), one)), 0);
            return new ProviderStatus(provider.id(), version, true, true, "", "");
        } catch (WorkerException e) {
            return new ProviderStatus(
                    provider.id(), version, true, false, e.failure().message(), "install the library it names");
        }
    }
}
