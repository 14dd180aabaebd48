package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionResult;

/** What the ledger tells of one run, also of one that has not ended. */
final class RunStory {
    private RunStory() {}

    /** The events that name the run, in their order. @throws IOException if there is no such run */
    static List<EventRow> events(Connection connection, String id) throws SQLException, IOException {
        IndexRow row = RunLookup.row(connection, id);
        Long ended = row.endedSeq();
        // Bodies are canonical JSON, in which the id can only stand between quotes; several runs may be written at
        // once.
        return Sql.list(
                connection,
                "SELECT " + EventRow.COLUMNS + " FROM event WHERE seq BETWEEN ? AND ? AND instr(body, ?) > 0"
                        + " ORDER BY seq",
                EventRow::of,
                row.startedSeq(),
                ended == null ? Long.MAX_VALUE : ended,
                EventRow.utf8("\"" + row.run() + "\""));
    }

    /** The record of a run that ended, or what is known so far of one that has not: the plan and the finished trials. */
    static Run soFar(Connection connection, String id) throws SQLException, IOException {
        IndexRow row = RunLookup.row(connection, id);
        if (row.endedSeq() != null) {
            return RecordJson.read(Ledger.part(RunLookup.end(connection, row.run()), "run"), Run.class);
        }
        EventRow first = Ledger.at(connection, row.startedSeq());
        if (first == null) {
            throw new IOException("event " + row.startedSeq() + " of the run " + row.run() + " is missing");
        }
        Run begun = RecordJson.read(Ledger.part(first, "run"), Run.class);
        return begun.withVersions(
                versions(begun, Recovery.trials(Recovery.trialEvents(connection, first.seq(), row.run()))));
    }

    private static List<VersionResult> versions(Run begun, List<InterruptedRun.DoneTrial> done) {
        return begun.plan().versions().stream()
                .map(planned -> new VersionResult(
                        planned.key(),
                        planned.model().name(),
                        null,
                        planned.configuration(),
                        null,
                        null,
                        null,
                        null,
                        InterruptedRun.trials(planned.key(), done),
                        null,
                        List.of()))
                .toList();
    }
}
