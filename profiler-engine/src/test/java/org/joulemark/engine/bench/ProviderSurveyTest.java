package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.DeviceId;
import org.junit.jupiter.api.Test;

/** A provider is tried where it is to compute. */
class ProviderSurveyTest {
    private final List<LoadRequest> loaded = new ArrayList<>();

    /** A worker of a build with CUDA whose models all run; what it was asked to load is kept. */
    private InferenceWorker worker() {
        return (InferenceWorker) Proxy.newProxyInstance(
                InferenceWorker.class.getClassLoader(),
                new Class<?>[] {InferenceWorker.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "ready" -> new InferenceWorker.Ready("1", Map.of(), "", List.of("CPU", "CUDA"));
                    case "load" -> loaded.add((LoadRequest) arguments[0]) ? null : null;
                    default -> null;
                });
    }

    @Test
    void theGpuThatIsAskedIsTheOneThatIsTried() {
        List<ProviderStatus> statuses = ProviderSurvey.of(_ -> worker(), Workers.settings(3, 2048), DeviceId.gpu(1));

        assertThat(statuses).extracting(ProviderStatus::usable).containsExactly(true, true, false);
        assertThat(loaded).extracting(LoadRequest::deviceIndex).containsExactly(1, 1);
    }
}
