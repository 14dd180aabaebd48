package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionKey;

/** Computes the figures of all runs again, and tells which it did not compute. */
final class FiguresCheck {
    private final Findings findings;
    private final Recompute recompute;
    private final MeteredEvidence evidence;
    private final Map<String, Uncomputed> uncomputed = new TreeMap<>();

    FiguresCheck(Findings findings, Recompute recompute, MeteredEvidence evidence) {
        this.findings = findings;
        this.recompute = recompute;
        this.evidence = evidence;
    }

    /** What other versions stated. */
    private record Uncomputed(long figures, long runs) {
        Uncomputed and(Uncomputed other) {
            return new Uncomputed(figures + other.figures, runs + other.runs);
        }
    }

    /** Looks at every event that ended a run. */
    void check(Connection connection, Iterable<Long> ends, VerifyProgress progress, long total) throws SQLException {
        long done = 0;
        for (long seq : ends) {
            EventRow event = Ledger.at(connection, seq);
            if (event != null) {
                check(event);
            }
            progress.at("figures", ++done, total);
        }
        uncomputed.forEach((number, what) -> findings.unchecked("figures stated by version " + number
                + "'s formulas were not recomputed: " + what.figures + " figures of " + what.runs + " runs"));
    }

    private void check(EventRow event) {
        try {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            Map<VersionKey, Map<String, Figure>> stated = RecordedFigures.of(event);
            String version = run.setting().software().joulemark();
            switch (FormulaLine.of(version)) {
                case OWN -> compute(event, run, stated);
                case OTHER -> uncomputed.merge(FormulaLine.number(version), count(stated), Uncomputed::and);
                case UNREADABLE ->
                    findings.event(
                            event,
                            "it was recorded by a program of version \"" + Foreign.word(version)
                                    + "\", which is none, so its figures were not recomputed");
            }
        } catch (IOException | RuntimeException e) {
            findings.event(event, "its figures cannot be recomputed: " + Foreign.why(e));
        }
    }

    private void compute(EventRow event, Run run, Map<VersionKey, Map<String, Figure>> stated) throws IOException {
        evidence.of(run);
        for (String difference : recompute.differences(run, stated, evidence)) {
            findings.event(event, "recomputed: " + difference);
        }
        if (stated.isEmpty() && event.kindText().equals(EventKind.RUN_FINISHED)) {
            unstated(event);
        }
    }

    /** Figures are always stated, unless they could not be made, which is said: none is no pass. */
    private void unstated(EventRow event) throws IOException {
        String why = RecordJson.tree(event.body()).path(RecordedFigures.MISSING).asText();
        if (why.isEmpty()) {
            findings.event(event, "it states no figures and does not say why");
        } else {
            findings.unchecked(event.name() + " states no figures (" + Foreign.word(why)
                    + "), so only what they are made of was recomputed");
        }
    }

    private static Uncomputed count(Map<VersionKey, Map<String, Figure>> stated) {
        return new Uncomputed(stated.values().stream().mapToLong(Map::size).sum(), 1);
    }
}
