package org.joulemark.engine.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.junit.jupiter.api.Test;

/** The choice of source alone, on machines that need no compiler. */
class NvmlGpusTest {
    @Test
    void everyGpuIsReadThroughTheFirstSourceItAnswersOrIsBlocked() {
        for (int seed = 0; seed < 200; seed++) {
            FakeScope scope = new FakeScope(new Random(seed * 0x9E3779B97F4A7C15L));
            Found.Here here = (Found.Here) new NvmlGpus(scope).sensors();
            List<NvmlSource> expected =
                    scope.gpus.stream().flatMap(gpu -> gpu.first().stream()).toList();
            assertThat(here.sensors())
                    .as("seed %d", seed)
                    .extracting(sensor -> sensor.info().provenance())
                    .containsExactlyElementsOf(
                            expected.stream().map(NvmlSource::provenance).toList());
            assertThat(here.sensors().size() + here.blocked().size()).isEqualTo(scope.gpus.size());
            assertThat(scope.closed).isEqualTo(here.sensors().isEmpty() ? 1 : 0);
            here.sensors().forEach(PowerSensor::close);
            assertThat(scope.closed).isEqualTo(1);
        }
    }

    @Test
    void aValueThatCannotBeIsMissing() {
        FakeScope scope = new FakeScope(new Random(1));
        FakeGpu gpu = new FakeGpu(new EnumMap<>(Map.of(NvmlSource.ENERGY_CALL, new NvmlValue(0, 5))));
        scope.gpus = List.of(gpu);
        PowerSensor sensor =
                ((Found.Here) new NvmlGpus(scope).sensors()).sensors().getFirst();
        for (long impossible : new long[] {0, Long.MAX_VALUE, Long.MAX_VALUE / 1000 + 1}) {
            gpu.answers.put(NvmlSource.ENERGY_CALL, new NvmlValue(0, impossible));
            assertThat(sensor.read())
                    .isInstanceOfSatisfying(
                            Reading.Missing.class,
                            missing -> assertThat(missing.why()).isEqualTo(MissingReason.NOT_PLAUSIBLE));
        }
    }

    @Test
    void everyCodeHasWordsAndIsOneLine() {
        for (int code = 0; code < 1000; code++) {
            assertThat(NvmlCode.words(code)).contains("NVML code " + code).doesNotContain("\n");
            assertThat(NvmlCode.reason(code)).isNotNull();
        }
    }

    @Test
    void everyBitOfTheClockReasonsHasItsName() {
        assertThat(ClockLimit.of(0)).isEmpty();
        assertThat(ClockLimit.of(-1)).containsExactly(ClockLimit.values());
        assertThat(ClockLimit.of(0x80)).containsExactly(ClockLimit.POWER_BRAKE);
    }

    /** A session over GPUs that answer some sources. */
    private static final class FakeScope implements NvmlScope {
        private List<FakeGpu> gpus = new ArrayList<>();
        private int closed;

        FakeScope(Random random) {
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                Map<NvmlSource, NvmlValue> answers = new EnumMap<>(NvmlSource.class);
                for (NvmlSource source : NvmlSource.values()) {
                    int[] codes = {0, 0, 3, 4, 13, 15, 999};
                    answers.put(source, new NvmlValue(codes[random.nextInt(codes.length)], random.nextInt(3)));
                }
                gpus.add(new FakeGpu(answers));
            }
        }

        @Override
        public int initialised() {
            return 0;
        }

        @Override
        public NvmlText driverVersion() {
            return new NvmlText(0, "1");
        }

        @Override
        public NvmlValue deviceCount() {
            return new NvmlValue(0, gpus.size());
        }

        @Override
        public NvmlDevice device(int index) {
            return gpus.get(index);
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** A GPU that answers what it is told. */
    private record FakeGpu(Map<NvmlSource, NvmlValue> answers) implements NvmlDevice {
        /** The first source with a value, in the order of the enum, which is the order of preference. */
        List<NvmlSource> first() {
            return Arrays.stream(NvmlSource.values())
                    .filter(source -> answers.get(source).code() == 0
                            && answers.get(source).value() > 0)
                    .limit(1)
                    .toList();
        }

        private NvmlValue answer(NvmlSource source) {
            return answers.getOrDefault(source, NvmlValue.failed(NvmlCode.NOT_SUPPORTED));
        }

        @Override
        public NvmlText uuid() {
            return new NvmlText(NvmlCode.NOT_SUPPORTED, "");
        }

        @Override
        public NvmlText name() {
            return new NvmlText(0, "fake");
        }

        @Override
        public NvmlValue migMode() {
            return NvmlValue.failed(NvmlCode.NOT_SUPPORTED);
        }

        @Override
        public NvmlValue field(int field, int scope) {
            if (field == NvmlDevice.FIELD_TOTAL_ENERGY) {
                return answer(NvmlSource.ENERGY_FIELD);
            }
            return answer(scope == NvmlDevice.SCOPE_GPU ? NvmlSource.INSTANT_POWER : NvmlSource.INSTANT_MODULE_POWER);
        }

        @Override
        public NvmlValue totalEnergyMillijoules() {
            return answer(NvmlSource.ENERGY_CALL);
        }

        @Override
        public NvmlValue powerMilliwatts() {
            return answer(NvmlSource.POWER_USAGE);
        }

        @Override
        public NvmlValue temperatureCelsius() {
            return NvmlValue.failed(NvmlCode.NOT_SUPPORTED);
        }

        @Override
        public NvmlValue clockMegahertz(int clock) {
            return NvmlValue.failed(NvmlCode.NOT_SUPPORTED);
        }

        @Override
        public NvmlValue clockLimits() {
            return NvmlValue.failed(NvmlCode.NOT_SUPPORTED);
        }

        @Override
        public NvmlValue computeProcesses() {
            return NvmlValue.failed(NvmlCode.NOT_SUPPORTED);
        }
    }
}
