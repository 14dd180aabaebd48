package org.joulemark.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.Presets;
import org.junit.jupiter.api.Test;

/** Identities are made of values and read back from their text. */
class KeysTest {
    private static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 2);
    private static final ProviderId CUDA = new ProviderId("cuda");

    @Test
    void aKeyIsReadBackFromItsText() {
        VersionKey key = new VersionKey("m1", CPU.id());
        assertThat(key.text()).isEqualTo("m1@cpu.cpu.b1.t2");
        assertThat(VersionKey.parse(key.text())).isEqualTo(key);
        for (String none : List.of("", "m1", "@x", "m1@", "m1@x@y")) {
            assertThatIllegalArgumentException().isThrownBy(() -> VersionKey.parse(none));
        }
    }

    @Test
    void everyValueOfAConfigurationIsInItsIdAndGpusAreToldApartInWordsToo() {
        Configuration first = new Configuration(CUDA, DeviceId.gpu(0), 8, 4);
        Configuration second = new Configuration(CUDA, DeviceId.gpu(1), 8, 4);
        assertThat(List.of(
                        CPU.id(),
                        first.id(),
                        second.id(),
                        second.withBatchSize(1).id()))
                .containsExactly("cpu.cpu.b1.t2", "cuda.gpu-0.b8.t4", "cuda.gpu-1.b8.t4", "cuda.gpu-1.b1.t4");
        assertThat(first).doesNotHaveToString(second.toString());
    }

    @Test
    void aPlanListsEveryModelInEveryConfigurationAndNothingTwice() {
        List<PlannedModel> models = PlannedModel.numbered(List.of(new ModelFile("a", "a"), new ModelFile("b", "b")));
        assertThat(plan(models, List.of(CPU, CPU.withBatchSize(8))).versions())
                .extracting(version -> version.key().text())
                .containsExactly("m1@cpu.cpu.b1.t2", "m1@cpu.cpu.b8.t2", "m2@cpu.cpu.b1.t2", "m2@cpu.cpu.b8.t2");
        PlannedModel again = new PlannedModel("m1", "c", "c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(List.of(models.getFirst(), again), List.of(CPU)))
                .withMessageContaining("m1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(models, List.of(CPU, CPU)))
                .withMessageContaining("cpu.cpu.b1.t2");
    }

    @Test
    void aDeviceIsReadBackFromItsTextAndNothingElseIsOne() {
        for (DeviceId device : List.of(DeviceId.CPU, DeviceId.gpu(0), DeviceId.gpu(12))) {
            assertThat(DeviceId.parse(device.text())).isEqualTo(device);
        }
        for (String none : List.of("", "CPU", "gpu", "gpu:", "gpu:01", "gpu:-1", "gpu:0 ", "npu:0")) {
            assertThatIllegalArgumentException().isThrownBy(() -> DeviceId.parse(none));
        }
    }

    @Test
    void everyKindOfDeviceHasAUsualProvider() {
        for (DeviceId.Kind kind : DeviceId.Kind.values()) {
            assertThat(ExecutionProviders.usual(kind).device()).isEqualTo(kind);
        }
    }

    private static BenchPlan plan(List<PlannedModel> models, List<Configuration> configurations) {
        return new BenchPlan(models, configurations, null, Presets.DEMO, 1, Map.of(), null, 1, 1);
    }
}
