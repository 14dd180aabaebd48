package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.joulemark.engine.model.Evidence;
import org.jspecify.annotations.Nullable;

/** Checks a whole history, from one snapshot, and goes on after a problem so that all of them are told. */
final class Verifier {
    private final VerifyOptions options;
    private final Evidence evidence;
    private final ReadLimit limit;
    private final Path folder;
    private final Findings findings = new Findings();
    private final ChainCheck chain = new ChainCheck(findings);
    private boolean readable;
    private List<String> indexDifferences = List.of();
    private long signedTo;
    private long blobs;
    private long checkpoints;

    Verifier(VerifyOptions options, LedgerStore store) {
        this.options = options;
        this.evidence = new LedgerEvidence(store);
        this.limit = store.limit();
        this.folder = LedgerFile.folder(store.file());
    }

    /** One of the checks. */
    @FunctionalInterface
    private interface Check {
        void run() throws SQLException, IOException;
    }

    /** What in the list of runs does not agree with the events. */
    List<String> indexDifferences() {
        return indexDifferences;
    }

    Findings findings() {
        return findings;
    }

    void check(Connection connection) {
        attempt("the database file", () -> readable = new SchemaCheck(findings).check(connection));
        if (!readable) {
            return;
        }
        attempt("the events", () -> checkEvents(connection));
        attempt(
                "the blobs",
                () -> blobs = new BlobCheck(findings, chain.references(), limit).check(connection, options.progress()));
        attempt("the checkpoints", () -> checkCheckpoints(connection));
        attempt("the list of runs", () -> indexDifferences = RunIndex.differences(connection, chain.index()));
        attempt("the live samples", () -> checkPending(connection));
        attempt("the external anchor", () -> checkAnchor(connection));
        attempt("the figures", () -> recompute(connection));
    }

    VerifyReport report(Connection connection) {
        Head head = head(connection);
        Head anchor = options.anchor();
        boolean anchored = anchor != null && findings.problems().isEmpty();
        return new VerifyReport(
                head,
                chain.count(),
                blobs,
                checkpoints,
                signedTo,
                chain.unended(),
                anchored,
                anchor != null && anchored ? anchor.seq() : 0,
                findings.problems(),
                findings.unchecked(),
                findings.notes(),
                head == null ? List.of() : VerifyReport.TAKEN_AS_RECORDED);
    }

    private void attempt(String what, Check check) {
        try {
            check.run();
        } catch (CancellationException e) {
            throw e;
        } catch (SQLException | IOException | RuntimeException e) {
            // A file may be anything; whatever reading it runs into is a verdict on the file.
            findings.problem(0, what, "cannot be read: " + StoreTrouble.reason(e));
        }
    }

    private void checkEvents(Connection connection) throws SQLException, IOException {
        List<Long> numbers = Sql.list(connection, "SELECT seq FROM event ORDER BY seq", row -> row.getLong(1));
        long done = 0;
        for (long seq : numbers) {
            EventRow event = Ledger.at(connection, seq);
            if (event != null) {
                limit.took(event.body().length);
                chain.next(event);
            }
            options.progress().at("events", ++done, numbers.size());
        }
        chain.finish();
        if (numbers.isEmpty()) {
            findings.problem(0, "the ledger", "it has no events");
        }
    }

    private void checkCheckpoints(Connection connection) throws SQLException, IOException {
        CheckpointCheck check = new CheckpointCheck(findings, chain, Ledger.id(connection));
        checkpoints = check.check(connection);
        signedTo = check.signedTo();
        check.checkKeyBeside(folder);
    }

    private void checkPending(Connection connection) throws SQLException, IOException {
        for (String run : PendingSamples.runs(connection)) {
            IndexRow row = chain.index().get(run);
            if (row == null) {
                findings.note("live samples of an unknown run " + Foreign.word(run) + " are left over");
            } else if (row.endedSeq() != null) {
                findings.note("live samples of the run " + Foreign.word(run) + ", which has ended, are left over");
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
        } else if (!anchor.whole()) {
            findings.note(
                    "the anchor is a short one: " + anchor.compared() + " were compared; a head in full shows more");
        }
    }

    private void recompute(Connection connection) throws SQLException {
        Recompute recompute = options.recompute();
        if (recompute != null) {
            MeteredEvidence metered = new MeteredEvidence(evidence, limit.fileBytes());
            new FiguresCheck(findings, recompute, metered)
                    .check(
                            connection,
                            chain.ends().keySet(),
                            options.progress(),
                            chain.ends().size());
        }
    }

    private @Nullable Head head(Connection connection) {
        try {
            return readable ? Ledger.head(connection) : null;
        } catch (SQLException | IOException | RuntimeException e) {
            // Already among the problems.
            return null;
        }
    }
}
