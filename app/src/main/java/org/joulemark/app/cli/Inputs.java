package org.joulemark.app.cli;

import java.time.Instant;
import org.joulemark.app.ProgramVersion;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Head;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.Anchor;
import org.joulemark.reports.ReportInput;

/** What reports are made of, from the history. */
final class Inputs {
    private Inputs() {}

    static ReportInput of(History history, Comparison comparison, Contender subject) throws UserError {
        Head head = history.head();
        return new ReportInput(
                comparison,
                subject,
                new Anchor(head.ledger(), head.seq(), head.hash()),
                Instant.now(),
                ProgramVersion.text());
    }
}
