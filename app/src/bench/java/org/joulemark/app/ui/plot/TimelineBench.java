package org.joulemark.app.ui.plot;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;

/** What the live timeline costs: 8 devices at 100 Hz for an hour, on the built-in headless platform. Prints figures. */
class TimelineBench {
    private static final int DEVICES = 8;
    private static final int HOUR = 360_000;
    private static final long STEP_NANOS = 10_000_000L;
    private static final long IDLE_SECONDS = 10;
    private static final long LIVE_SECONDS = 20;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    void anHourOfEightDevicesAtFourRedrawsASecond() throws Exception {
        try (PlotStage stage = new PlotStage(false)) {
            stage.show(new StackPane(new Region()), 1280, 720);
            double floor = cpuShare(() -> TimeUnit.SECONDS.sleep(IDLE_SECONDS));
            System.out.printf("empty window: %.2f %% of a core%n", 100 * floor);
            TimelineModel model = new TimelineModel();
            SensorInfo[] sensors = new SensorInfo[DEVICES];
            for (int i = 0; i < DEVICES; i++) {
                sensors[i] = i % 2 == 0
                        ? SampleTimeline.counter("c" + i, "gpu:" + i, "package " + i, new CounterRange(1L << 40, 500))
                        : SampleTimeline.samples("s" + i, "gpu:" + i, "board " + i);
                model.addSensor(sensors[i], "Device " + i, "");
                model.append(sensors[i].id(), readings(0, HOUR, i));
            }
            model.beginPhase(PhaseKind.IDLE, "idle", 0);
            model.beginPhase(PhaseKind.TRIAL, "trial 1", HOUR / 4 * STEP_NANOS);
            System.gc();
            Runtime memory = Runtime.getRuntime();
            System.out.printf("heap after GC: %.0f MB%n", (memory.totalMemory() - memory.freeMemory()) / 1e6);
            TimelinePlot plot = new TimelinePlot(model, stage.services);
            stage.show(new StackPane(plot), 1280, 720);
            stage.until(plot::painted);
            model.fit();
            painting(model);
            for (int round = 0; round < 3; round++) {
                model.fit();
                redraws(stage, plot, "1 h shown, redraw");
                model.show(new TimeAxis(0, 60_000_000_000L));
                redraws(stage, plot, "1 min shown, redraw");
            }
            live(plot, model, sensors, floor);
        }
    }

    /** The part off the FX thread. */
    private static void painting(TimelineModel model) {
        Map<PlotRole, Integer> rgb = new EnumMap<>(PlotRole.class);
        for (PlotRole role : PlotRole.values()) {
            rgb.put(role, 0);
        }
        TimelineSnapshot snapshot = model.snapshot();
        TimelineLayout layout = TimelineLayout.of(1280, 720, snapshot.rows());
        TimelinePainter.Job job = new TimelinePainter.Job(snapshot, layout, new PlotPalette(rgb), 1);
        TimelinePainter painter = new TimelinePainter();
        int[] pixels = new int[job.pixelWidth() * job.pixelHeight()];
        for (int round = 0; round < 5; round++) {
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < 100; i++) {
                painter.paint(job, pixels);
            }
            double nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
            System.out.printf("painting alone: %.2f ms CPU%n", nanos / 1e8);
        }
    }

    private void redraws(PlotStage stage, TimelinePlot plot, String what) throws Exception {
        int many = 200;
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        for (int i = 0; i < many; i++) {
            CountDownLatch shown = new CountDownLatch(1);
            stage.onFx(() -> {
                plot.afterPaint(shown::countDown);
                plot.redraw();
                return true;
            });
            shown.await();
            pulse(stage);
        }
        System.out.printf(
                "%s: %.2f ms CPU, %.2f ms wall%n",
                what, (system.getProcessCpuTime() - cpu) / 1e6 / many, (System.nanoTime() - begin) / 1e6 / many);
    }

    /** Waits until what is shown has been rendered. */
    private static void pulse(PlotStage stage) throws Exception {
        CountDownLatch rendered = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        stage.onFx(() -> {
            javafx.scene.Scene scene = stage.scene();
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                if (once.compareAndSet(false, true)) {
                    scene.removePostLayoutPulseListener(listener[0]);
                    rendered.countDown();
                }
            };
            scene.addPostLayoutPulseListener(listener[0]);
            javafx.application.Platform.requestNextPulse();
            return true;
        });
        rendered.await();
    }

    private void live(TimelinePlot plot, TimelineModel model, SensorInfo[] sensors, double floor) throws Exception {
        model.fit();
        model.follow(true);
        double share = cpuShare(() -> {
            for (int i = 0; i < LIVE_SECONDS * 10; i++) {
                for (int s = 0; s < DEVICES; s++) {
                    model.append(sensors[s].id(), readings(HOUR + i * 10, 10, s));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        });
        System.out.printf(
                "live, 1 h shown, %.0f redraws a second: %.2f %% of a core, %.2f %% above the empty window%n",
                plot.getRedrawsPerSecond(), 100 * share, 100 * (share - floor));
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.printf("heap after GC, drawing: %.0f MB%n", (memory.totalMemory() - memory.freeMemory()) / 1e6);
    }

    private interface Work {
        void run() throws Exception;
    }

    private double cpuShare(Work work) throws Exception {
        long cpu = system.getProcessCpuTime();
        long begin = System.nanoTime();
        work.run();
        return (system.getProcessCpuTime() - cpu) / (double) (System.nanoTime() - begin);
    }

    private static SensorTrace readings(int from, int many, int device) {
        long[] ticks = new long[many];
        long[] values = new long[many];
        for (int i = 0; i < many; i++) {
            int at = from + i;
            ticks[i] = at * STEP_NANOS;
            long noise = (at * 2_654_435_761L >>> 16) % 8000;
            values[i] = device % 2 == 0 ? at * 400_000L + noise * 10 : 60_000 + noise + at % 6000 * 5;
        }
        return new SensorTrace(ticks, values, new byte[many]);
    }
}
