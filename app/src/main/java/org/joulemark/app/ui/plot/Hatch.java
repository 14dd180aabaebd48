package org.joulemark.app.ui.plot;

/** Patterns that tell stretches apart without colour; sizes in pixels of the screen's scale one. */
enum Hatch {
    NONE,
    RISING,
    FALLING,
    DOTS;

    private static final int PERIOD = 6;

    static Hatch of(PhaseKind kind) {
        return switch (kind) {
            case LOADING -> DOTS;
            case WARM_UP -> RISING;
            case IDLE, TRIAL -> NONE;
            case COOL_DOWN -> FALLING;
        };
    }

    /** Whether the pattern inks the pixel at (x, y), drawn at the given scale. */
    boolean inks(int x, int y, int scale) {
        int period = PERIOD * scale;
        return switch (this) {
            case NONE -> false;
            case RISING -> Math.floorMod(x + y, period) < scale;
            case FALLING -> Math.floorMod(x - y, period) < scale;
            case DOTS -> Math.floorMod(x, period) < scale && Math.floorMod(y, period) < scale;
        };
    }
}
