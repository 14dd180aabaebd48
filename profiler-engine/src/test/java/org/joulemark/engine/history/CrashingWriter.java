package org.joulemark.engine.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.Run;

/** A program of its own that writes a run, says each thing it has written, and never ends by itself. */
final class CrashingWriter {
    private CrashingWriter() {}

    public static void main(String[] args) throws Exception {
        History history = History.open(Path.of(args[0]), Access.READ_WRITE, "ada");
        RunJournal journal = history.journal(RunDigest.none());
        Run begun = SampleRuns.begun("crash", Instant.now(), 1000);
        journal.started(begun);
        System.out.println("started");
        Random random = new Random(1);
        for (int block = 0; ; block++) {
            journal.samples(begun.id(), SampleRuns.SENSOR, SampleRuns.trace(block * 10, 10));
            System.out.println("samples");
            journal.trialDone(
                    begun.id(), SampleRuns.key("v1-fp32"), SampleRuns.trial(journal, block, random), Map.of());
            System.out.println("trial");
        }
    }
}
