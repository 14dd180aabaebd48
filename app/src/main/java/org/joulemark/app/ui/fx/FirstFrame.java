package org.joulemark.app.ui.fx;

import javafx.animation.AnimationTimer;

/** Does something once the window was drawn, so that people see it sooner. */
public final class FirstFrame extends AnimationTimer {
    private final Runnable then;
    private int pulses;

    private FirstFrame(Runnable then) {
        this.then = then;
    }

    /** Runs {@code then} on the screen's thread after the next frame. */
    public static void then(Runnable then) {
        new FirstFrame(then).start();
    }

    @Override
    public void handle(long now) {
        // The first pulse draws the frame; the second comes when it is on the screen.
        if (++pulses == 2) {
            stop();
            then.run();
        }
    }
}
