package org.joulemark.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatioOfSumsTest {
    @Test
    void withEqualWindowsItIsTheMeanWithItsStandardError() {
        double[] values = {90, 100, 110};
        RatioOfSums ratio = RatioOfSums.of(values, new double[] {10, 10, 10});
        assertThat(ratio.value()).isCloseTo(10, within(1e-12));
        assertThat(ratio.standardError()).isCloseTo(Samples.standardError(values) / 10, within(1e-12));
    }

    /** The jackknife leaves out one window at a time and knows nothing of residuals. */
    @Test
    void itsStandardErrorIsThatOfTheJackknife() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int n = 40;
            double[] b = random.doubles(n, 50, 60).toArray();
            double[] a = IntStream.range(0, n)
                    .mapToDouble(i -> b[i] * (2 + 0.1 * random.nextGaussian()))
                    .toArray();
            double error = RatioOfSums.of(a, b).standardError();
            assertThat(error).isCloseTo(jackknife(a, b), within(0.05 * error));
        }
    }

    private static double jackknife(double[] a, double[] b) {
        int n = a.length;
        double[] without = new double[n];
        for (int left = 0; left < n; left++) {
            double above = 0;
            double below = 0;
            for (int i = 0; i < n; i++) {
                above += i == left ? 0 : a[i];
                below += i == left ? 0 : b[i];
            }
            without[left] = above / below;
        }
        return Math.sqrt(Samples.variance(without) * (n - 1) * (n - 1) / n);
    }

    @Test
    void oneWindowHasNoSpreadAndNoneIsRefused() {
        assertThat(RatioOfSums.of(new double[] {3}, new double[] {2})).isEqualTo(new RatioOfSums(1.5, 0, 1));
        assertThatThrownBy(() -> RatioOfSums.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fewValuesAreEnlargedUnlessSomethingElseIsLarger() {
        assertThat(FewValues.standardUncertainty(1, 3, 0) * 2).isCloseTo(4.303, within(1e-3));
        assertThat(FewValues.standardUncertainty(1, 1000, 0)).isEqualTo(1);
        assertThat(FewValues.standardUncertainty(0, 1, 0.5)).isEqualTo(0.5);
        assertThat(FewValues.standardUncertainty(1, 3, 10)).isCloseTo(Math.hypot(1, 10), within(1e-9));
    }
}
