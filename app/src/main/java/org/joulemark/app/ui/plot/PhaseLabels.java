package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;

/** Names of the phases in the lane above the rows, each where it fits. */
final class PhaseLabels extends Group {
    private final List<PlotText> labels = new ArrayList<>();

    PhaseLabels() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void show(TimelineFrame frame) {
        TimelineLayout layout = frame.layout();
        TimeAxis window = frame.snapshot().window();
        int used = 0;
        for (Phase phase : frame.snapshot().phases()) {
            double from = Math.max(0, window.share(phase.fromNanos()));
            double to = Math.min(1, phase.open() ? 1 : window.share(phase.toNanos()));
            double width = (to - from) * layout.plotWidth() - 8;
            if (width > 14) {
                fit(label(used), phase.words(), width, layout.left() + from * layout.plotWidth() + 5);
                used++;
            }
        }
        for (int i = used; i < labels.size(); i++) {
            labels.get(i).setVisible(false);
        }
    }

    private PlotText label(int index) {
        if (index == labels.size()) {
            labels.add(new PlotText("plot-phase"));
            getChildren().add(labels.getLast());
            labels.getLast().applyCss();
        }
        return labels.get(index);
    }

    private static void fit(PlotText label, String words, double width, double x) {
        label.setVisible(true);
        label.words(words);
        for (int end = words.length() - 1; label.wide() > width && end > 1; end = end * 4 / 5) {
            label.words(words.substring(0, end).strip() + "\u2026");
        }
        label.setVisible(label.wide() <= width);
        label.put(x, TimelineLayout.LANE / 2, 0);
    }
}
