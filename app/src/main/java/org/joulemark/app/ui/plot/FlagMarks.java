package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.SVGPath;

/** Flags as small shapes at the foot of the phase lane; a tooltip tells what happened. */
final class FlagMarks extends Group {
    private static final int MOST = 200;
    private static final double CLOSEST = 3;

    private final List<Mark> marks = new ArrayList<>();

    private static final class Mark {
        private final SVGPath shape = new SVGPath();
        private final Tooltip tooltip = new Tooltip();

        Mark() {
            shape.getStyleClass().add("plot-flag");
            shape.setManaged(false);
            Tooltip.install(shape, tooltip);
        }
    }

    FlagMarks() {
        setManaged(false);
    }

    void show(TimelineFrame frame) {
        TimelineLayout layout = frame.layout();
        int used = 0;
        double last = Double.NEGATIVE_INFINITY;
        for (Flag flag : frame.snapshot().flags()) {
            double share = frame.snapshot().window().share(flag.tickNanos());
            double x = layout.left() + share * layout.plotWidth();
            if (share >= 0 && share <= 1 && Math.abs(x - last) >= CLOSEST && used < MOST) {
                place(mark(used++), flag, frame, x);
                last = x;
            }
        }
        for (int i = used; i < marks.size(); i++) {
            marks.get(i).shape.setVisible(false);
        }
    }

    private static void place(Mark mark, Flag flag, TimelineFrame frame, double x) {
        long since = flag.tickNanos() - frame.snapshot().originNanos();
        mark.shape.setContent(outline(flag.kind()));
        mark.shape.setVisible(true);
        mark.shape.relocate(Math.rint(x) - 5, TimelineLayout.LANE - 3);
        mark.tooltip.setText(TimeAxis.words(since, frame.snapshot().window().spanNanos() / 100) + "  " + flag.words());
    }

    private Mark mark(int index) {
        if (index == marks.size()) {
            marks.add(new Mark());
            getChildren().add(marks.getLast().shape);
        }
        return marks.get(index);
    }

    /** Outline of ten by ten pixels. */
    static String outline(FlagKind kind) {
        return switch (kind) {
            case THROTTLE -> "M0,0 L10,0 L5,10 Z";
            case GAP -> "M0,0 H10 V10 H0 Z M3,3 V7 H7 V3 Z";
            case FOREIGN_PROCESS -> "M5,0 L10,5 L5,10 L0,5 Z";
            case OTHER -> "M5,0 A5,5 0 1 1 4.99,0 Z";
        };
    }
}
