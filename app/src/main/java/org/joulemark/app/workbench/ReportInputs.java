package org.joulemark.app.workbench;

import java.time.Instant;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Head;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.Anchor;
import org.joulemark.reports.ReportInput;

/** What reports are made of, from the history. */
public final class ReportInputs {
    private ReportInputs() {}

    /** Input of a report about {@code subject}, anchored at the end of {@code history} as it stands. */
    public static ReportInput of(History history, Comparison comparison, Contender subject) throws UserError {
        Head head = history.head();
        return new ReportInput(
                comparison,
                subject,
                new Anchor(head.ledger(), head.seq(), head.hash()),
                Instant.now(),
                ProgramVersion.text());
    }
}
