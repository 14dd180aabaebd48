package org.joulemark.app.ui.history;

import java.util.List;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Everything the history tells of one run, ready to be shown.
 *
 * @param row its row in the list
 * @param run its record; null if it is damaged
 * @param overview how it ended, protocol, data, site, observer
 * @param results figures and windows
 * @param machine machine and software
 * @param sensors power sensors
 * @param events its entries in the ledger
 * @param trouble what could not be read; empty if everything could
 */
record RunDetail(
        RunRow row,
        @Nullable Run run,
        List<FactGroup> overview,
        Results results,
        List<FactGroup> machine,
        List<SensorLine> sensors,
        List<EventLine> events,
        String trouble) {
    /**
     * What was measured.
     *
     * @param labels names of the versions, in plan order
     * @param figures figures of all versions
     * @param notes what was noticed of versions
     * @param windows trials and idle baselines
     */
    record Results(List<String> labels, List<FigureLine> figures, List<VersionNote> notes, List<TrialLine> windows) {
        static final Results NONE = new Results(List.of(), List.of(), List.of(), List.of());

        static Results of(Run run, Words words, Texts texts) {
            return new Results(
                    run.versions().stream()
                            .map(version -> new Contender(run, version).label())
                            .toList(),
                    FigureLine.of(run, words),
                    VersionNote.of(run, texts),
                    TrialLine.of(run, words, texts));
        }
    }

    /** Reads the run of {@code row}; of a damaged one what can be read. @throws UserError if that is nothing */
    static RunDetail read(History history, RunRow row, Words words, Texts texts) throws UserError {
        List<EventLine> events =
                history.eventsOf(row.id()).stream().map(EventLine::of).toList();
        try {
            Run run = history.runSoFar(row.id());
            return new RunDetail(
                    row,
                    run,
                    Overview.of(row, run, texts),
                    Results.of(run, words, texts),
                    MachineFacts.of(run, texts),
                    SensorLine.of(run, words, texts),
                    events,
                    "");
        } catch (UserError e) {
            return new RunDetail(row, null, List.of(), Results.NONE, List.of(), List.of(), events, words.problem(e));
        }
    }

    /** Whether versions of it can be compared and reported. */
    boolean usable() {
        return run != null && !row.running() && !results.labels().isEmpty();
    }
}
