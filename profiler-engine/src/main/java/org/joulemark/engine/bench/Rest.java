package org.joulemark.engine.bench;

import java.io.IOException;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.Tick;
import org.jspecify.annotations.Nullable;

/** The times of a run in which the machine is left alone: cool-downs and idle baselines. Cancelling ends each at once. */
final class Rest {
    private final ProtocolSettings settings;
    private final Cancellation cancellation;
    private final PowerRecorder recorder;
    private final CoolDown coolDown;

    Rest(RunTask task, PowerRecorder recorder) {
        this.settings = task.prepared().plan().settings();
        this.cancellation = task.cancellation();
        this.recorder = recorder;
        this.coolDown = new CoolDown(task.instruments().gpuWatch(), settings, cancellation);
    }

    /** Lets the device of a version cool before its trial. */
    void beforeTrial(DeviceId device) throws Cancellation.CancelledException {
        coolDown.before(device);
    }

    /** Lets the machine settle after the last trial. */
    void afterTrials() throws Cancellation.CancelledException {
        coolDown.beforeBaseline();
    }

    /**
     * Measures the machine at rest.
     *
     * @param ended when the last worker was gone; null before the first one
     */
    IdleWindow baseline(@Nullable Tick ended) throws IOException, Cancellation.CancelledException {
        recorder.mark();
        Tick start = Tick.now();
        cancellation.pause(settings.idleNanos());
        Tick end = Tick.now();
        recorder.mark();
        recorder.check();
        Long settled = ended == null ? null : start.nanosSince(ended);
        return new IdleWindow(start.nanos(), end.nanos(), recorder.energies(start, end), settled);
    }
}
