package org.joulemark.engine.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;

/** Flips single bits of a history's file, one at a time, and looks at what everything that reads it then does. */
final class FlippedBytes {
    private final Path file;
    private final byte[] good;
    private final Told told;
    private int found;
    private int refused;
    private int benign;
    private final List<String> wrong = new ArrayList<>();

    /** What an untouched history tells. */
    private record Told(List<RunSummary> list, Run run, List<Event> events) {}

    /** @param file a whole history alone in its folder; it is put back in the end */
    FlippedBytes(Path file) throws Exception {
        this.file = file;
        this.good = Files.readAllBytes(file);
        try (History history = History.audit(file)) {
            VerifyReport report = history.verify(RealRuns.recomputing());
            if (!report.holds()) {
                throw new IllegalArgumentException(report.summary());
            }
            this.told = told(history);
        }
    }

    /** What came out: named by the verification, refused in one line, or without effect; and what must never be. */
    record Outcome(int found, int refused, int benign, List<String> wrong) {
        @Override
        public String toString() {
            return found + " named, " + refused + " refused, " + benign + " without effect, " + wrong.size() + " wrong";
        }
    }

    Outcome flip(int count, long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            int at = random.nextInt(good.length);
            byte[] bad = good.clone();
            bad[at] = (byte) (bad[at] ^ 1 << random.nextInt(8));
            Files.write(file, bad);
            try {
                look(at);
            } catch (UserError e) {
                refused++;
                if (e.line().isBlank() || e.line().contains("\n")) {
                    wrong.add("byte " + at + ": refused with \"" + e.line() + "\"");
                }
            } catch (Exception | Error e) {
                wrong.add("byte " + at + ": " + e);
            }
        }
        Files.write(file, good);
        return new Outcome(found, refused, benign, List.copyOf(wrong));
    }

    private void look(int at) throws UserError {
        try (History history = History.audit(file)) {
            if (history.verify(RealRuns.recomputing()).holds()) {
                benign++;
                if (!told(history).equals(told)) {
                    wrong.add("byte " + at + ": it holds and tells something else");
                }
            } else {
                found++;
                tellQuietly(history);
            }
        }
    }

    /** What was found wrong may be refused when it is shown, in one line; nothing else may come of it. */
    private static void tellQuietly(History history) {
        try {
            told(history);
            history.listFromEvents();
        } catch (UserError refusedToo) {
            // Said in one line, as it must be.
        }
    }

    private static Told told(History history) throws UserError {
        return new Told(history.list(RunFilter.all()), history.run("last"), history.events(1, 1000));
    }
}
