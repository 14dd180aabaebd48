package org.joulemark.app.ui.plot;

/** Power samples joined by lines; a pause longer than 2.5 usual intervals is a gap, as in the engine's windows. */
final class SampleSteps implements PowerSteps {
    private static final double GAP_INTERVALS = 2.5;
    private static final double ADAPTS = 0.1;

    private final Curve curve;
    private long lastNanos;
    private double usualNanos;
    private boolean afterMissing;

    SampleSteps(Curve curve) {
        this.curve = curve;
    }

    @Override
    public void missing(long tickNanos, byte reason) {
        curve.append(tickNanos, Float.NaN, reason);
        lastNanos = tickNanos;
        afterMissing = true;
    }

    @Override
    public void reading(long tickNanos, long value) {
        byte state = state(tickNanos - lastNanos);
        curve.append(tickNanos, value / 1e3f, state);
        lastNanos = tickNanos;
        afterMissing = false;
    }

    private byte state(long interval) {
        if (curve.count() == 0) {
            return Curve.START;
        }
        boolean pause = usualNanos > 0 && interval > GAP_INTERVALS * usualNanos;
        adapt(interval);
        return pause || afterMissing ? Curve.RESUMED : Curve.JOINED;
    }

    private void adapt(long interval) {
        double limited = usualNanos == 0 ? (double) interval : Math.min((double) interval, GAP_INTERVALS * usualNanos);
        usualNanos = usualNanos == 0 ? limited : usualNanos + ADAPTS * (limited - usualNanos);
    }
}
