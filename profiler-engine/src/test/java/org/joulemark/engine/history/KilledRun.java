package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.joulemark.engine.bench.BenchListener;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;

/** A program of its own that makes a whole run and says a word the moment each thing is committed; made to be killed. */
final class KilledRun {
    static final String STARTED = "started";
    static final String TRIAL = "trial";
    static final String FINISHED = "finished";

    private KilledRun() {}

    public static void main(String[] args) throws Exception {
        try (History history = History.open(Path.of(args[0]), Access.READ_WRITE, "ada")) {
            RealRuns.runner(new Talking(history.journal(RealRuns.figures())))
                    .run(RealRuns.plan(), BenchListener.silent());
        }
    }

    /** Tells on standard output what the journal behind it has on disk. */
    private record Talking(RunJournal journal) implements RunJournal {
        @Override
        public void started(Run begun) throws IOException {
            journal.started(begun);
            System.out.println(STARTED);
        }

        @Override
        public void samples(RunId run, SensorId sensor, SensorTrace chunk) throws IOException {
            journal.samples(run, sensor, chunk);
            System.out.println("samples");
        }

        @Override
        public BlobId keep(LatencySeries latencies) throws IOException {
            return said(journal.keep(latencies));
        }

        @Override
        public BlobId keep(Predictions predictions) throws IOException {
            return said(journal.keep(predictions));
        }

        @Override
        public BlobId keep(SensorTrace trace) throws IOException {
            return said(journal.keep(trace));
        }

        private static BlobId said(BlobId blob) {
            System.out.println("blob");
            return blob;
        }

        @Override
        public void trialDone(RunId run, VersionKey version, Trial trial, Map<SensorId, SensorTrace> latest)
                throws IOException {
            journal.trialDone(run, version, trial, latest);
            System.out.println(TRIAL);
        }

        @Override
        public void finished(Run run) throws IOException {
            journal.finished(run);
            System.out.println(FINISHED);
        }
    }
}
