package org.joulemark.app.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.LivePower;
import org.junit.jupiter.api.Test;

/** Rows, phases, flags and the window on them. */
class TimelineModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final TimelineModel model = new TimelineModel(10_000);
    private final SensorInfo sensor = SampleTimeline.samples("s", "gpu:0", "board");

    private void seconds(int from, int to) {
        long[] ticks = new long[to - from];
        for (int i = from; i < to; i++) {
            ticks[i - from] = i * SECOND;
        }
        model.append(sensor.id(), new SensorTrace(ticks, new long[ticks.length], new byte[ticks.length]));
    }

    @Test
    void sensorsOfOneDeviceShareARow() {
        model.addRow(DeviceId.gpu(0), "GPU", "not probed yet");
        model.addSensor(sensor, "GPU", "±5 W");
        model.addSensor(SampleTimeline.counter("c", "gpu:0", "memory", null), "GPU", "");
        model.addSensor(sensor, "GPU", "±5 W");
        List<TimelineRow> rows = model.snapshot().rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().emptyBecause()).isEmpty();
        assertThat(rows.getFirst().series()).extracting(TimelineSeries::style).containsExactly(0, 1);
    }

    @Test
    void theWindowFollowsTheNewestReading() {
        model.addSensor(sensor, "GPU", "");
        seconds(0, 100);
        assertThat(model.window()).isEqualTo(new TimeAxis(0, 120 * SECOND));
        seconds(100, 301);
        assertThat(model.window()).isEqualTo(new TimeAxis(180 * SECOND, 300 * SECOND));
    }

    @Test
    void lookingElsewhereEndsFollowingUntilAskedFor() {
        model.addSensor(sensor, "GPU", "");
        seconds(0, 301);
        model.show(new TimeAxis(-50 * SECOND, 10 * SECOND));
        seconds(301, 401);
        assertThat(model.follow()).isFalse();
        assertThat(model.window()).isEqualTo(new TimeAxis(0, 60 * SECOND));
        model.follow(true);
        assertThat(model.window()).isEqualTo(new TimeAxis(340 * SECOND, 400 * SECOND));
        model.fit();
        assertThat(model.window()).isEqualTo(new TimeAxis(0, 400 * SECOND));
    }

    @Test
    void pausedDrawingTakesReadingsInButShowsNothingNew() {
        model.addSensor(sensor, "GPU", "");
        seconds(0, 200);
        model.paused(true);
        long version = model.version();
        TimeAxis window = model.window();
        seconds(200, 300);
        assertThat(model.version()).isEqualTo(version);
        assertThat(model.window()).isEqualTo(window);
        model.paused(false);
        assertThat(model.version()).isNotEqualTo(version);
        assertThat(model.window().toNanos()).isEqualTo(299 * SECOND);
    }

    @Test
    void nothingNewIsNoNewVersion() {
        model.addSensor(sensor, "GPU", "");
        long version = model.version();
        model.append(sensor.id(), SensorTrace.empty());
        model.append(new SensorId("unknown"), new SensorTrace(new long[1], new long[1], new byte[1]));
        assertThat(model.version()).isEqualTo(version);
    }

    @Test
    void aPhaseEndsWhereTheNextBegins() {
        model.stage(new Stage(Stage.Kind.IDLE_BEFORE, null, "", null, 0, 0, 5 * SECOND));
        model.stage(new Stage(Stage.Kind.TRIAL, null, "digits-v3", null, 2, 3, 9 * SECOND));
        assertThat(model.snapshot().phases())
                .containsExactly(
                        new Phase(PhaseKind.IDLE, "idle baseline before", 5 * SECOND, 9 * SECOND),
                        new Phase(PhaseKind.TRIAL, "trial 2 of 3: digits-v3", 9 * SECOND, Phase.OPEN));
        model.endPhase(12 * SECOND);
        model.endPhase(15 * SECOND);
        assertThat(model.snapshot().phases().getLast().toNanos()).isEqualTo(12 * SECOND);
        assertThat(model.snapshot().originNanos()).isEqualTo(5 * SECOND);
    }

    @Test
    void feedingPullsOnlyWhatIsNew() {
        model.addSensor(sensor, "GPU", "");
        LivePower live = new LivePower() {
            @Override
            public List<SensorInfo> sensors() {
                return List.of(sensor, SampleTimeline.samples("other", "cpu", "other"));
            }

            @Override
            public SensorTrace trace(SensorId id, int from) {
                return SampleTimeline.sampleTrace(50).slice(from, 50);
            }
        };
        model.feed(live);
        model.feed(live);
        assertThat(model.snapshot()
                        .rows()
                        .getFirst()
                        .series()
                        .getFirst()
                        .power()
                        .taken())
                .isEqualTo(50);
    }

    @Test
    void aClearedModelIsEmpty() {
        model.addSensor(sensor, "GPU", "");
        seconds(0, 10);
        model.flag(new Flag(0, FlagKind.OTHER, "x"));
        long version = model.version();
        model.clear();
        assertThat(model.version()).isNotEqualTo(version);
        assertThat(model.snapshot().rows()).isEmpty();
        assertThat(model.snapshot().flags()).isEmpty();
    }
}
