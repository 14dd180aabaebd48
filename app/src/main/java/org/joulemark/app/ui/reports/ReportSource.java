package org.joulemark.app.ui.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.joulemark.app.ui.desk.Histories;
import org.joulemark.app.workbench.ReportInputs;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.label.PngLabel;

/**
 * Reads what reports are made of. Only ever asked in the background.
 *
 * @param histories where the runs are
 */
record ReportSource(Histories histories) {
    /** Most runs offered; a narrower period shows others. */
    static final int MOST = 200;

    /**
     * Runs on offer.
     *
     * @param runs the newest first, at most {@link #MOST}
     * @param found how many there are
     * @param sites ids of all sites that runs were ever recorded with; {@link Wanted#NO_SITE} among them if some have none
     */
    record Offer(List<RunChoice.Facts> runs, int found, Set<String> sites) {
        /** Id of the newest run that was completed, all by itself; none if there is none. */
        List<String> newestCompleted() {
            return runs.stream()
                    .filter(RunChoice.Facts::completed)
                    .limit(1)
                    .map(RunChoice.Facts::id)
                    .toList();
        }
    }

    Offer offer(Wanted wanted) throws UserError {
        List<RunSummary> ended = histories.own().list(wanted.filter()).stream()
                .filter(run -> run.status() != null)
                .toList();
        Set<String> sites = new TreeSet<>();
        ended.forEach(run -> sites.add(site(run)));
        List<RunSummary> fitting =
                ended.stream().filter(run -> wanted.at(run.site())).toList();
        List<RunChoice.Facts> runs = fitting.stream()
                .limit(MOST)
                .map(run -> RunChoice.of(run).facts())
                .toList();
        return new Offer(runs, fitting.size(), sites);
    }

    private static String site(RunSummary run) {
        String site = run.site();
        return site == null ? Wanted.NO_SITE : site;
    }

    /** Versions by {@code RUN} or {@code RUN:VERSION}. */
    List<Contender> versions(List<String> texts) throws UserError {
        return texts.isEmpty() ? List.of() : Selection.of(histories.own(), texts);
    }

    /** All versions of the runs that {@code contenders} belong to. */
    static List<Contender> siblings(List<Contender> contenders) {
        Set<Run> runs = new LinkedHashSet<>();
        contenders.forEach(one -> runs.add(one.run()));
        List<Contender> all = new ArrayList<>();
        runs.forEach(run -> run.versions().forEach(version -> all.add(new Contender(run, version))));
        return List.copyOf(all);
    }

    /** What a report about {@code subject} is made of; the first of {@code contenders} is the baseline. */
    ReportInput input(List<Contender> contenders, Contender subject) throws UserError {
        History history = histories.own();
        return ReportInputs.of(history, Comparisons.of(contenders, history.evidence()), subject);
    }

    /** The label as a picture. */
    static byte[] picture(ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngLabel().write(input, out);
        return out.toByteArray();
    }
}
