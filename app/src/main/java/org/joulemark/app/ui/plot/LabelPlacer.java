package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;

/** Finds room for labels beside their points: the first of eight places that covers no point, label or border. */
final class LabelPlacer {
    private static final double DISTANCE = 9;

    private final Box room;
    private final List<Box> taken = new ArrayList<>();

    /** Room with its corner at (x, y). */
    LabelPlacer(double x, double y, double width, double height) {
        this.room = new Box(x, y, width, height);
    }

    /**
     * A box.
     *
     * @param x left
     * @param y top
     * @param width width
     * @param height height
     */
    record Box(double x, double y, double width, double height) {
        double overlap(Box other) {
            double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
            double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
            return wide > 0 && high > 0 ? wide * high : 0;
        }
    }

    /** Keeps labels away from a box. */
    void avoid(Box box) {
        taken.add(box);
    }

    /** Place for a label of the given size at the point (x, y); overlaps least where there is no free place. */
    Box place(double x, double y, double wide, double high) {
        Box best = new Box(x + DISTANCE, y - high / 2, wide, high);
        double least = Double.POSITIVE_INFINITY;
        for (Box candidate : candidates(x, y, wide, high)) {
            double cost = cost(candidate);
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        taken.add(best);
        return best;
    }

    private static List<Box> candidates(double x, double y, double wide, double high) {
        double near = DISTANCE * 0.7;
        return List.of(
                new Box(x + DISTANCE, y - high / 2, wide, high),
                new Box(x + near, y - near - high, wide, high),
                new Box(x + near, y + near, wide, high),
                new Box(x - DISTANCE - wide, y - high / 2, wide, high),
                new Box(x - near - wide, y - near - high, wide, high),
                new Box(x - near - wide, y + near, wide, high),
                new Box(x - wide / 2, y - DISTANCE - high, wide, high),
                new Box(x - wide / 2, y + DISTANCE, wide, high));
    }

    private double cost(Box box) {
        double outside = box.width() * box.height() - box.overlap(room);
        return 4 * outside + taken.stream().mapToDouble(box::overlap).sum();
    }
}
