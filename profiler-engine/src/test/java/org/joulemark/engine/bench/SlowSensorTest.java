package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.SensorSurvey;
import org.junit.jupiter.api.Test;

/** A GPU whose power is a mean over a second needs windows that no preset has. */
class SlowSensorTest {
    private static final DeviceId GPU = DeviceId.gpu(0);

    @Test
    void everyPresetWarnsOfAMeanOverASecondAndNamesTheWindowThatWouldDo() {
        for (ProtocolSettings preset : Presets.ALL) {
            assertThat(Preflight.tooSlow(plan(preset, GPU), survey(1_000)))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.text()).contains("windows from 100 s on (100 periods of 1000 ms)");
                        assertThat(finding.remedy()).isEqualTo("measure with --window 100");
                    });
        }
    }

    @Test
    void theWindowThatIsOfferedDoes() {
        ProtocolSettings asked = Presets.STANDARD.withWindow(TimeUnit.SECONDS.toNanos(100));
        assertThat(Preflight.tooSlow(plan(asked, GPU), survey(1_000))).isEmpty();
        assertThat(asked.trials()).isEqualTo(Presets.STANDARD.trials());
        assertThat(asked.reportable()).isTrue();
    }

    @Test
    void fastSensorsAndOtherDevicesAreNoMatter() {
        assertThat(Preflight.tooSlow(plan(Presets.QUICK, GPU), survey(100))).isEmpty();
        assertThat(Preflight.tooSlow(plan(Presets.QUICK, DeviceId.CPU), survey(1_000)))
                .isEmpty();
        assertThat(Preflight.tooSlow(plan(Presets.DEMO, GPU), survey(100)))
                .extracting(Finding::remedy)
                .containsExactly("measure with --window 10");
    }

    private static BenchPlan plan(ProtocolSettings settings, DeviceId device) {
        Configuration configuration = new Configuration(new ProviderId("cuda"), device, 1, 1);
        return new BenchPlan(List.of(), List.of(configuration), null, settings, 1, Map.of(), null, 1, 1);
    }

    private static SensorSurvey survey(long periodMillis) {
        SensorInfo info = new SensorInfo(
                new SensorId("nvml:gpu-0:board"),
                SensorSource.NVML,
                GPU,
                "a GPU",
                SensorScope.GPU,
                false,
                Provenance.POLLED_AVERAGE,
                TraceKind.POWER_MILLIWATTS,
                TimeUnit.MILLISECONDS.toNanos(periodMillis),
                new SensorUncertainty(0.05, 0.2, 10),
                null,
                null,
                "");
        return new SensorSurvey(List.of(new Silent(info)), List.of());
    }

    private record Silent(SensorInfo info) implements PowerSensor {
        @Override
        public Reading read() {
            return new Reading.Missing(Tick.now(), MissingReason.NO_DATA);
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
