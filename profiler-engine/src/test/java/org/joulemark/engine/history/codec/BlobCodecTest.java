package org.joulemark.engine.history.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;

class BlobCodecTest {
    private static final int SEEDS = 200;

    @Test
    void everyTraceComesBackExactly() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            SensorTrace trace = anyTrace(new Random(seed));
            assertThat(BlobCodec.trace(BlobCodec.encode(trace)))
                    .as("seed %d", seed)
                    .isEqualTo(trace);
        }
    }

    @Test
    void everyLatencySeriesComesBackExactly() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            LatencySeries series = new LatencySeries(anyLongs(random, random.nextInt(2000)));
            assertThat(BlobCodec.latencies(BlobCodec.encode(series)))
                    .as("seed %d", seed)
                    .isEqualTo(series);
        }
    }

    @Test
    void everyAnswerComesBackExactly() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Predictions predictions = anyPredictions(new Random(seed));
            assertThat(BlobCodec.predictions(BlobCodec.encode(predictions)))
                    .as("seed %d", seed)
                    .isEqualTo(predictions);
        }
    }

    @Test
    void extremesAndEmptyColumnsComeBack() throws Exception {
        long[] extremes = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1, Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE
        };
        SensorTrace trace = new SensorTrace(extremes, extremes, new byte[extremes.length]);
        assertThat(BlobCodec.trace(BlobCodec.encode(trace))).isEqualTo(trace);
        assertThat(BlobCodec.trace(BlobCodec.encode(SensorTrace.empty()))).isEqualTo(SensorTrace.empty());
        LatencySeries none = new LatencySeries(new long[0]);
        assertThat(BlobCodec.latencies(BlobCodec.encode(none))).isEqualTo(none);
        double[] odd = {Double.NaN, -0.0, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 0x1p53 + 2};
        Predictions predictions = new Predictions(odd, new double[odd.length]);
        assertThat(BlobCodec.predictions(BlobCodec.encode(predictions))).isEqualTo(predictions);
    }

    @Test
    void aNoisySampleTakesLessThanFourBytes() {
        Random random = new Random(7);
        int size = 100_000;
        long[] ticks = new long[size];
        long[] values = new long[size];
        double drift = 80_000;
        for (int i = 0; i < size; i++) {
            ticks[i] = 5_000_000_000L + i * 10_000_000L + Math.round(random.nextGaussian() * 10_000);
            drift += random.nextGaussian() * 20;
            values[i] = Math.round(drift + random.nextGaussian() * 500);
        }
        int bytes = BlobCodec.encode(new SensorTrace(ticks, values, new byte[size])).length;
        assertThat((double) bytes / size).isLessThan(4.0);
    }

    @Test
    void aChangedByteIsRefusedOrReadsAsSomeOtherTraceButNeverBreaksTheReader() {
        byte[] good = BlobCodec.encode(anyTrace(new Random(3)));
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] = (byte) (bad[i] ^ 1 << i % 8);
            try {
                assertThat(BlobCodec.trace(bad)).isNotNull();
            } catch (CorruptBlobException refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void everyTruncationIsRefused() throws Exception {
        byte[] good = BlobCodec.encode(anyTrace(new Random(5)));
        for (int length = 0; length < good.length; length++) {
            byte[] bad = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> BlobCodec.check(bad)).isInstanceOf(CorruptBlobException.class);
        }
        assertThatThrownBy(() -> BlobCodec.check(Arrays.copyOf(good, good.length + 1)))
                .isInstanceOf(CorruptBlobException.class);
    }

    @Test
    void garbageIsRefusedWithoutAskingForItsMemory() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            byte[] garbage = new byte[10 + random.nextInt(200)];
            random.nextBytes(garbage);
            byte[] header = {'J', 'M', (byte) "TLP".charAt(seed % 3), 1};
            System.arraycopy(header, 0, garbage, 0, header.length);
            try {
                BlobCodec.check(garbage);
            } catch (CorruptBlobException refused) {
                assertThat(refused).hasMessageNotContaining("\n");
            }
        }
        byte[] huge = {'J', 'M', 'L', 1, -1, -1, -1, -1, 7, 0, 0};
        assertThatThrownBy(() -> BlobCodec.check(huge)).isInstanceOf(CorruptBlobException.class);
    }

    private static SensorTrace anyTrace(Random random) {
        int size = random.nextInt(3000);
        byte[] states = new byte[size];
        for (int i = 0; i < size; i++) {
            boolean same = i > 0 && random.nextInt(20) > 0;
            states[i] = same ? states[i - 1] : (byte) random.nextInt(MissingReason.values().length + 1);
        }
        return new SensorTrace(anyLongs(random, size), anyLongs(random, size), states);
    }

    private static long[] anyLongs(Random random, int size) {
        int wildness = random.nextInt(64);
        boolean running = random.nextBoolean();
        long[] values = new long[size];
        long level = random.nextLong();
        for (int i = 0; i < size; i++) {
            long noise = random.nextLong() >> wildness;
            level = running ? level + noise : level;
            values[i] = random.nextInt(100) == 0 ? random.nextLong() : running ? level : noise;
        }
        return values;
    }

    private static Predictions anyPredictions(Random random) {
        int rows = random.nextInt(1000);
        double[] predicted = new double[rows];
        double[] expected = new double[rows];
        boolean whole = random.nextBoolean();
        for (int i = 0; i < rows; i++) {
            predicted[i] = whole ? random.nextInt(10) : random.nextGaussian();
            expected[i] = whole ? random.nextInt(10) : Double.longBitsToDouble(random.nextLong());
        }
        return new Predictions(predicted, expected);
    }
}
