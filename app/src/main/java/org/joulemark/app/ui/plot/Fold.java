package org.joulemark.app.ui.plot;

/** What is known of a stretch of a curve; reused from stretch to stretch, so nothing is allocated while drawing. */
final class Fold {
    float min;
    float max;
    float last;
    double area;
    double covered;
    boolean gap;
    int points;

    Fold() {
        clear();
    }

    void clear() {
        min = Float.POSITIVE_INFINITY;
        max = Float.NEGATIVE_INFINITY;
        last = Float.NaN;
        area = 0;
        covered = 0;
        gap = false;
        points = 0;
    }

    void value(float value) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        last = value;
    }

    void area(double valueTicks, double ticks) {
        area += valueTicks;
        covered += ticks;
    }

    boolean empty() {
        return min > max;
    }

    /** Mean over the covered ticks; the middle of the range where nothing but a dot is known. */
    float mean() {
        return covered > 0 ? (float) (area / covered) : (min + max) / 2;
    }
}
