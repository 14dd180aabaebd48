package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.LedgerStore.Durability;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionKey;

/**
 * What was ever measured here: a hash-chained ledger in one SQLite file, tamper-evident since the last external anchor.
 * Usable by several threads and, one writer at a time, by several programs. Every method throws {@link UserError} with
 * one clear line if the file cannot be used.
 */
public final class History implements AutoCloseable {
    /** Name of the file in the data folder. */
    public static final String FILE_NAME = "history.db";

    private final LedgerStore store;
    private final Access access;
    private final String actor;
    private final List<String> openingNotes;
    private final Reopening again;

    private History(LedgerStore store, Access access, String actor, List<String> openingNotes, Reopening again) {
        this.store = store;
        this.access = access;
        this.actor = actor;
        this.openingNotes = List.copyOf(openingNotes);
        this.again = again;
    }

    /** How the same file is opened once more for reading. */
    @FunctionalInterface
    private interface Reopening {
        LedgerStore open(Path file) throws UserError;
    }

    /** Whether there is a history in {@code folder}. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE_NAME));
    }

    /**
     * Opens the history in {@code folder}. For writing, it is made if there is none, and runs whose program died are
     * closed as interrupted.
     *
     * @param actor who is at work, written into every event
     */
    public static History open(Path folder, Access access, String actor) throws UserError {
        Path file = folder.resolve(FILE_NAME);
        if (access == Access.READ_ONLY) {
            return new History(LedgerFile.openForReading(file), access, actor, List.of(), LedgerFile::openForReading);
        }
        LedgerStore store = LedgerFile.openForWriting(file, actor);
        try {
            return new History(
                    store, access, actor, new Recovery(store, actor).closeDeadRuns(), LedgerFile::openForReading);
        } catch (SQLException | IOException e) {
            closeQuietly(store, e);
            throw StoreTrouble.userError(file, e);
        }
    }

    /**
     * Opens a history to audit it, whatever its name and wherever it lies; nothing is written, not even beside it.
     *
     * @param file the file, or a folder with a {@value #FILE_NAME}
     */
    public static History audit(Path file) throws UserError {
        Path inside = file.resolve(FILE_NAME);
        Path opened = Files.isDirectory(file) && Files.exists(inside) ? inside : file;
        return new History(
                LedgerFile.openForAudit(opened), Access.READ_ONLY, "auditor", List.of(), LedgerFile::openForAudit);
    }

    /** The file it is kept in. */
    public Path file() {
        return store.file();
    }

    /** What was mended at opening, one sentence each; for example that a run was closed as interrupted. */
    public List<String> openingNotes() {
        return openingNotes;
    }

    /** Where runs are written down; {@code digest} gives the figures to record beside each. */
    public RunJournal journal(RunDigest digest) {
        if (access == Access.READ_ONLY) {
            throw new IllegalStateException("opened for reading only");
        }
        return new LedgerJournal(store, actor, digest);
    }

    /** Raw material of all runs. */
    public Evidence evidence() {
        return new LedgerEvidence(store);
    }

    /** Runs, the newest first. */
    public List<RunSummary> list(RunFilter filter) throws UserError {
        return reading(connection -> RunIndex.list(connection, filter));
    }

    /**
     * A run that ended.
     *
     * @param id its id, a beginning of it that no other has, or "last" for the newest one that ended
     */
    public Run run(String id) throws UserError {
        return reading(connection -> RecordJson.read(Ledger.part(RunLookup.end(connection, id), "run"), Run.class));
    }

    /** Runs as the events themselves tell them, the newest first: for when the list made from them is damaged. */
    public List<RunSummary> listFromEvents() throws UserError {
        return reading(RunIndex::ofEvents);
    }

    /**
     * A run that ended, or what is known so far of one that has not.
     *
     * @param id as for {@link #run}
     */
    public Run runSoFar(String id) throws UserError {
        return reading(connection -> RunStory.soFar(connection, id));
    }

    /** Figures recorded beside a run when it ended, by version and metric id; empty if none were. */
    public Map<VersionKey, Map<String, Figure>> figures(String id) throws UserError {
        return reading(connection -> RecordedFigures.of(RunLookup.end(connection, id)));
    }

    /** Events with numbers from {@code from} to {@code to}, both included. */
    public List<Event> events(long from, long to) throws UserError {
        return reading(connection -> Ledger.range(connection, from, to)).stream()
                .map(EventRow::toEvent)
                .toList();
    }

    /**
     * Events that name a run, in their order.
     *
     * @param id as for {@link #run}; the run need not have ended
     */
    public List<Event> eventsOf(String id) throws UserError {
        return reading(connection -> RunStory.events(connection, id)).stream()
                .map(EventRow::toEvent)
                .toList();
    }

    /** End of the ledger, to be printed or kept elsewhere as an anchor. */
    public Head head() throws UserError {
        return reading(Ledger::head);
    }

    /** Checks everything; what does not hold is in the report. Opened for writing, it mends the list of runs. */
    public VerifyReport verify(VerifyOptions options) throws UserError {
        // Through a connection of its own, so that a run may go on being written meanwhile.
        try (LedgerStore snapshot = again.open(file())) {
            Verifier verifier = new Verifier(options, snapshot);
            snapshot.read(connection -> {
                verifier.check(connection);
                return verifier;
            });
            if (!verifier.indexDifferences().isEmpty()) {
                settleIndex(verifier);
            }
            return snapshot.read(verifier::report);
        } catch (SQLException | IOException e) {
            throw StoreTrouble.atOpening(file(), e);
        }
    }

    /** Makes the list of runs anew from the events. */
    public void rebuildProjections() throws UserError {
        try {
            store.write(Durability.LIVE, connection -> {
                RunIndex.rebuild(connection);
                return true;
            });
        } catch (SQLException | IOException e) {
            throw StoreTrouble.userError(file(), e);
        }
    }

    @Override
    public void close() throws UserError {
        try {
            store.close();
        } catch (SQLException e) {
            throw StoreTrouble.userError(file(), e);
        }
    }

    /** A list that disagrees with sound events is made anew; otherwise it is one more thing that does not hold. */
    private void settleIndex(Verifier verifier) throws UserError {
        Findings findings = verifier.findings();
        boolean mended = access == Access.READ_WRITE && findings.problems().isEmpty();
        if (mended) {
            rebuildProjections();
        }
        for (String difference : verifier.indexDifferences()) {
            if (mended) {
                findings.note(
                        "the list of runs did not agree with the events and was made anew from them: " + difference);
            } else {
                findings.problem(0, "the list of runs", "it does not agree with the events: " + difference);
            }
        }
    }

    private <T> T reading(LedgerStore.Work<T> work) throws UserError {
        try {
            return store.read(connection -> {
                Schema.requireReadable(connection);
                return work.on(connection);
            });
        } catch (RunLookup.NotFound e) {
            throw UserError.usage(e.line());
        } catch (SQLException | IOException | RuntimeException e) {
            // Of a file that was changed anything may come, also what no record can be made of.
            throw StoreTrouble.userError(file(), e);
        }
    }

    private static void closeQuietly(LedgerStore store, Exception cause) {
        try {
            store.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
