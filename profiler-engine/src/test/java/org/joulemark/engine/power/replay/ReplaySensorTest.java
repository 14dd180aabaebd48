package org.joulemark.engine.power.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.TraceKind;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.power.EnergyWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaySensorTest {
    private static final byte LOST = MissingReason.DEVICE_LOST.code();

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong(7_000);

    @Test
    void aReplayGivesWhatTheSensorHadLastSaidByThen() {
        try (ReplaySensor sensor = sensor(1, new long[] {50, 150, 250}, new long[] {1, 2, 3}, new byte[3])) {
            assertThat(sensor.read()).isEqualTo(new Reading.Counter(new Tick(7_000), 1));
            assertThat(valueAfter(sensor, 99)).isEqualTo(1);
            assertThat(valueAfter(sensor, 1)).isEqualTo(2);
            assertThat(valueAfter(sensor, 100)).isEqualTo(3);
        }
    }

    @Test
    void afterItsEndAndWithoutReadingsAReplayHasNoData() {
        try (ReplaySensor sensor = sensor(1, new long[] {50, 150}, new long[] {1, 2}, new byte[2]);
                ReplaySensor empty = sensor(1, new long[0], new long[0], new byte[0])) {
            assertThat(valueAfter(sensor, 100)).isEqualTo(2);
            nanos.addAndGet(1);
            assertMissing(sensor, MissingReason.NO_DATA);
            assertMissing(empty, MissingReason.NO_DATA);
        }
    }

    @Test
    void whatWasMissingIsMissingAgainForTheSameReason() {
        try (ReplaySensor sensor = sensor(1, new long[] {0, 10, 20}, new long[] {1, 0, 2}, new byte[] {0, LOST, 0})) {
            nanos.addAndGet(10);
            assertMissing(sensor, MissingReason.DEVICE_LOST);
        }
    }

    @Test
    void inScaledTimeTheEnergyStaysAndTakesLess() {
        int readings = 101;
        long[] ticks = new long[readings];
        long[] values = new long[readings];
        for (int i = 0; i < readings; i++) {
            ticks[i] = i * 1_000_000L;
            values[i] = i * 20_000L;
        }
        long[] played = new long[readings];
        long[] seen = new long[readings];
        try (ReplaySensor sensor = sensor(4, ticks, values, new byte[readings])) {
            for (int i = 0; i < readings; i++) {
                Reading.Counter reading = (Reading.Counter) sensor.read();
                played[i] = reading.tick().nanos();
                seen[i] = reading.microjoules();
                nanos.addAndGet(250_000);
            }
            SensorTrace trace = new SensorTrace(played, seen, new byte[readings]);
            assertThat(EnergyWindow.over(sensor.info(), trace, played[0], played[readings - 1])
                            .energy())
                    .isInstanceOfSatisfying(
                            Quantity.class, energy -> assertThat(energy.value()).isCloseTo(2.0, within(1e-9)));
            assertThat(played[readings - 1] - played[0]).isEqualTo(25_000_000L);
        }
    }

    @Test
    void aReplayNeverLooksLikeAMeasurementOfNow() {
        try (ReplaySensor sensor = sensor(1, new long[0], new long[0], new byte[0])) {
            assertThat(sensor.info().id().value()).isEqualTo("replay:rapl:package-0");
            assertThat(sensor.info().name()).endsWith("(replay)");
            assertThat(sensor.info().note()).startsWith("Replayed from a recording, not measured now.");
        }
    }

    @Test
    void aTraceIsReadFromItsFile() throws Exception {
        Path file = file("nanos,value,missing\n5,100,\n6,,DEVICE_LOST\n6,102,\n");
        assertThat(TraceFile.read(file))
                .isEqualTo(new SensorTrace(new long[] {5, 6, 6}, new long[] {100, 0, 102}, new byte[] {0, LOST, 0}));
        assertThat(TraceFile.read(file("nanos,value,missing\n"))).isEqualTo(SensorTrace.empty());
    }

    @Test
    void whatIsNoTraceIsRefusedInOneLineThatSaysWhere() throws Exception {
        assertRefused(file("time,watts\n1,2\n"), "header line nanos,value,missing");
        assertRefused(file("nanos,nanos,missing\n"), "trace");
        assertRefused(file("nanos,value,missing\n1,2,\n2,x,\n"), "row 2 is no reading");
        assertRefused(file("nanos,value,missing\n1,,\n"), "row 1 is no reading");
        assertRefused(file("nanos,value,missing\n1,2\n"), "row 1 is no reading");
        assertRefused(file("nanos,value,missing\n1,,ASLEEP\n"), "row 1 is no reading");
        assertRefused(file("nanos,value,missing\n2,2,\n1,2,\n"), "row 2: time runs backwards");
        assertRefused(file("nanos,value,missing\n1,\"2"), "trace");
        assertRefused(file(""), "header line");
        assertRefused(folder.resolve("nowhere.csv"), "cannot be read");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> TraceFile.read(file))
                .isInstanceOfSatisfying(
                        UserError.class,
                        error -> assertThat(error.line()).contains(why).doesNotContain("\n"));
    }

    private Path file(String text) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "trace", ".csv"), text);
    }

    private long valueAfter(ReplaySensor sensor, long passed) {
        nanos.addAndGet(passed);
        return ((Reading.Counter) sensor.read()).microjoules();
    }

    private static void assertMissing(ReplaySensor sensor, MissingReason why) {
        assertThat(sensor.read())
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why()).isEqualTo(why));
    }

    private ReplaySensor sensor(double speed, long[] ticks, long[] values, byte[] states) {
        SensorInfo info = new SensorInfo(
                new SensorId("rapl:package-0"),
                SensorSource.RAPL,
                DeviceId.CPU,
                "package-0",
                SensorScope.CPU_PACKAGE,
                false,
                Provenance.COUNTER,
                TraceKind.ENERGY_COUNTER_MICROJOULES,
                1_000_000L,
                new SensorUncertainty(0.05, 0.05, 0),
                new CounterRange(0, 1_000),
                null,
                "");
        return new ReplaySensor(info, new SensorTrace(ticks, values, states), speed, nanos::get);
    }
}
