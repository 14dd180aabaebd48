package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast and how small raw samples are kept, and how fast a long history is listed. */
class HistoryBench {
    private static final int SAMPLES = 1_000_000;
    private static final int ROUNDS = 5;

    @TempDir
    Path folder;

    @Test
    void aMillionSamplesAreStoredReadAndIntegrated() throws Exception {
        SensorTrace[] traces = new SensorTrace[ROUNDS];
        Arrays.setAll(traces, seed -> noisyPower(new Random(seed)));
        double[] storeMillis = new double[ROUNDS];
        double[] readMillis = new double[ROUNDS];
        long before;
        try (History history = History.open(folder, Access.READ_WRITE, "bench")) {
            RunJournal journal = history.journal(RunDigest.none());
            before = Files.size(history.file());
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                BlobId id = journal.keep(traces[round]);
                storeMillis[round] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                double joules = integrate(history.evidence().trace(id));
                readMillis[round] = (System.nanoTime() - start) / 1e6;
                assertThat(joules).isEqualTo(integrate(traces[round]));
            }
        }
        // Closing brings the write-ahead log home, so that the file is all there is.
        double bytesPerSample = (double) (Files.size(folder.resolve(History.FILE_NAME)) - before) / SAMPLES / ROUNDS;
        System.out.printf(
                "1,000,000 samples: first (cold) / median of %d: stored %.0f / %.0f ms, read and integrated %.0f /"
                        + " %.0f ms, %.2f bytes a sample in the file%n",
                ROUNDS, storeMillis[0], median(storeMillis), readMillis[0], median(readMillis), bytesPerSample);
        assertThat(median(storeMillis)).isLessThan(500);
        assertThat(median(readMillis)).isLessThan(200);
        assertThat(bytesPerSample).isLessThan(4);
    }

    @Test
    void aHundredThousandRunsAreListed() throws Exception {
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        try (History history = History.open(folder, Access.READ_WRITE, "bench")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r", noon);
        }
        try (LedgerStore store = LedgerFile.openForWriting(folder.resolve(History.FILE_NAME), "bench")) {
            store.write(
                    LedgerStore.Durability.LIVE,
                    connection -> Sql.update(
                            connection,
                            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT"
                                    + " INTO run_index SELECT 'x' || i, started + i, finished, status, grade, preset,"
                                    + " site, models, devices, versions, started_seq, ended_seq FROM run_index, n WHERE"
                                    + " run = 'r'"));
        }
        try (History history = History.open(folder, Access.READ_ONLY, "bench")) {
            double page = millis(() -> history.list(RunFilter.all().limit(100)));
            double all = millis(() -> history.list(RunFilter.all()));
            double found = millis(() -> List.of(history.run("r")));
            System.out.printf(
                    "100,001 runs: newest 100 in %.1f ms, all in %.0f ms, one by name in %.1f ms%n", page, all, found);
            assertThat(page).isLessThan(100);
        }
    }

    /** Something timed that gives a list. */
    @FunctionalInterface
    private interface Query {
        List<?> get() throws Exception;
    }

    private static double millis(Query query) throws Exception {
        query.get();
        long start = System.nanoTime();
        assertThat(query.get()).isNotEmpty();
        return (System.nanoTime() - start) / 1e6;
    }

    /** 100 Hz with 10 µs of jitter, 80 W drifting, 0.5 W of noise: what an unquiet sensor gives. */
    private static SensorTrace noisyPower(Random random) {
        long[] ticks = new long[SAMPLES];
        long[] values = new long[SAMPLES];
        double drift = 80_000;
        for (int i = 0; i < SAMPLES; i++) {
            ticks[i] = 5_000_000_000L + i * 10_000_000L + Math.round(random.nextGaussian() * 10_000);
            drift += random.nextGaussian() * 20;
            values[i] = Math.round(drift + random.nextGaussian() * 500);
        }
        return new SensorTrace(ticks, values, new byte[SAMPLES]);
    }

    /** Trapezoids, milliwatts times nanoseconds to joules. */
    private static double integrate(SensorTrace trace) {
        double sum = 0;
        for (int i = 1; i < trace.size(); i++) {
            sum += (trace.value(i) + trace.value(i - 1)) * 0.5 * (trace.tickNanos(i) - trace.tickNanos(i - 1));
        }
        return sum * 1e-12;
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().toArray()[values.length / 2];
    }
}
