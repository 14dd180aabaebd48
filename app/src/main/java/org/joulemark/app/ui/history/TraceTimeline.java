package org.joulemark.app.ui.history;

import java.util.List;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.history.TraceViewModel.Trace;
import org.joulemark.app.ui.plot.PhaseKind;
import org.joulemark.app.ui.plot.TimelineModel;

/** The power of a whole run over time, with its trials and idle baselines as phases. */
final class TraceTimeline {
    private TraceTimeline() {}

    /** A timeline that shows everything; {@code windows} in the order of time. */
    static TimelineModel of(List<Trace> traces, List<TrialLine> windows, Words words) {
        int most =
                traces.stream().mapToInt(trace -> trace.readings().size()).max().orElse(1);
        TimelineModel timeline = new TimelineModel(Math.max(1, most));
        for (Trace trace : traces) {
            timeline.addSensor(
                    trace.sensor(),
                    trace.sensor().device().text(),
                    words.provenance(trace.sensor().provenance()));
            timeline.append(trace.sensor().id(), trace.readings());
        }
        for (TrialLine window : windows) {
            timeline.beginPhase(
                    window.span().idle() ? PhaseKind.IDLE : PhaseKind.TRIAL,
                    (window.what() + " " + window.order()).strip(),
                    window.span().fromNanos());
            timeline.endPhase(window.span().toNanos());
        }
        timeline.complete();
        return timeline;
    }
}
