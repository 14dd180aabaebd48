package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Run;
import org.jspecify.annotations.Nullable;

/** Checks a whole history, from one snapshot, and goes on after a problem so that all of them are told. */
final class Verifier {
    private final VerifyOptions options;
    private final Evidence evidence;
    private final Findings findings = new Findings();
    private final ChainCheck chain = new ChainCheck(findings);
    private boolean indexAgrees = true;
    private long blobs;
    private long checkpoints;

    Verifier(VerifyOptions options, Evidence evidence) {
        this.options = options;
        this.evidence = evidence;
    }

    /** One of the checks. */
    @FunctionalInterface
    private interface Check {
        void run() throws SQLException, IOException;
    }

    /** Whether the list of runs agreed with the events. */
    boolean indexAgrees() {
        return indexAgrees;
    }

    Findings findings() {
        return findings;
    }

    void check(Connection connection) {
        attempt("the database file", () -> new SchemaCheck(findings).check(connection));
        attempt("the events", () -> checkEvents(connection));
        attempt(
                "the blobs",
                () -> blobs = new BlobCheck(findings, chain.references()).check(connection, options.progress()));
        attempt(
                "the checkpoints",
                () -> checkpoints = new CheckpointCheck(findings, chain, Ledger.id(connection)).check(connection));
        attempt("the list of runs", () -> indexAgrees = RunIndex.agrees(connection, chain.index()));
        attempt("the live samples", () -> checkPending(connection));
        attempt("the external anchor", () -> checkAnchor(connection));
        attempt("the figures", () -> recompute(connection));
    }

    VerifyReport report(Connection connection) {
        Head head = head(connection);
        return new VerifyReport(
                head,
                chain.count(),
                blobs,
                checkpoints,
                options.anchor() != null && findings.problems().isEmpty(),
                findings.problems(),
                findings.notes());
    }

    private void attempt(String what, Check check) {
        try {
            check.run();
        } catch (SQLException | IOException e) {
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            findings.problem(
                    0, what, "cannot be read: " + message.lines().findFirst().orElse(""));
        }
    }

    private void checkEvents(Connection connection) throws SQLException {
        long total = Sql.number(connection, "SELECT COUNT(*) FROM event");
        long done = 0;
        for (long seq : Sql.list(connection, "SELECT seq FROM event ORDER BY seq", row -> row.getLong(1))) {
            EventRow event = Ledger.at(connection, seq);
            if (event != null) {
                chain.next(event);
            }
            options.progress().at("events", ++done, total);
        }
        if (total == 0) {
            findings.problem(0, "the ledger", "it has no events");
        }
    }

    private void checkPending(Connection connection) throws SQLException, IOException {
        for (String run : PendingSamples.runs(connection)) {
            IndexRow row = chain.index().get(run);
            if (row == null) {
                findings.note("live samples of an unknown run " + run + " are left over");
            } else if (row.endedSeq() != null) {
                findings.note("live samples of the run " + run + ", which has ended, are left over");
            }
        }
    }

    private void checkAnchor(Connection connection) throws SQLException, IOException {
        Head anchor = options.anchor();
        if (anchor == null) {
            return;
        }
        byte[] hash = chain.hash(anchor.seq());
        if (!anchor.isOf(Ledger.id(connection))) {
            findings.problem(0, "the ledger", "it is not the one the anchor " + anchor.text() + " was taken from");
        } else if (hash == null) {
            findings.problem(
                    anchor.seq(),
                    "event " + anchor.seq(),
                    "the anchor names it and it is missing: the end was cut off or an older copy was put back");
        } else if (!anchor.names(Sha256.hex(hash))) {
            findings.problem(
                    anchor.seq(),
                    "event " + anchor.seq(),
                    "it is not the one the anchor names: the ledger was rewritten at or before it");
        }
    }

    private void recompute(Connection connection) throws SQLException {
        Recompute recompute = options.recompute();
        if (recompute == null) {
            return;
        }
        long done = 0;
        for (long seq : chain.ends().keySet()) {
            EventRow event = Ledger.at(connection, seq);
            if (event != null) {
                recompute(recompute, event);
            }
            options.progress().at("figures", ++done, chain.ends().size());
        }
    }

    private void recompute(Recompute recompute, EventRow event) {
        try {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            for (String difference : recompute.differences(run, RecordedFigures.of(event), evidence)) {
                findings.event(event, "recomputed: " + difference);
            }
        } catch (IOException | RuntimeException e) {
            findings.event(event, "its figures cannot be recomputed: " + e.getMessage());
        }
    }

    private @Nullable Head head(Connection connection) {
        try {
            return Ledger.head(connection);
        } catch (SQLException | IOException e) {
            // Already among the problems.
            return null;
        }
    }
}
