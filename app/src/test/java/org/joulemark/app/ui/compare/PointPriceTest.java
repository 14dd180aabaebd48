package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointPriceTest {
    private static final SampleHistory.Like BIG = new SampleHistory.Like("big", 970, 180, 5, 1000);
    private static final SampleHistory.Like MIDDLE = new SampleHistory.Like("middle", 962, 90, 5, 1000);
    private static final SampleHistory.Like SMALL = new SampleHistory.Like("small", 930, 45, 5, 1000);
    private static final SampleHistory.Like WASTEFUL = new SampleHistory.Like("wasteful", 940, 170, 5, 1000);

    @TempDir
    private Path folder;

    private interface Question {
        void ask(List<Contender> contenders, PointPrice price) throws Exception;
    }

    private void among(boolean site, Question question, SampleHistory.Like... versions) throws Exception {
        SampleHistory.record(folder, "20260901T101500Z-aaaa01", "desk", site, List.of(versions));
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            question.ask(Selection.of(history, List.of()), PointPrice.of(history.evidence()));
        }
    }

    @Test
    void cheapestStepThatGainsEnoughIsTakenAndDominatedVersionsAreNot() throws Exception {
        among(
                true,
                (contenders, price) -> {
                    // big − middle gains 0.8 points for 90 J a trial, middle − small 3.2 points for 45 J: the cheaper
                    // one gains half a point as well. The wasteful version is on no front.
                    Price.Step half = (Price.Step) price.of(contenders, 0.005);
                    assertThat(half.from().label()).isEqualTo("small");
                    assertThat(half.to().label()).isEqualTo("middle");
                    // Only the step over the whole front gains four points.
                    Price.Step four = (Price.Step) price.of(contenders, 0.04);
                    assertThat(four.from().label()).isEqualTo("small");
                    assertThat(four.to().label()).isEqualTo("big");
                },
                BIG,
                WASTEFUL,
                SMALL,
                MIDDLE);
    }

    @Test
    void amountsAgreeWithAComputationByHand() throws Exception {
        among(
                true,
                (contenders, price) -> {
                    // The same comparison, read off the engine's table: 90 J and 180 J over 2,000 calls.
                    Contender middle = contenders.get(1);
                    Quantity energy = (Quantity)
                            Metrics.byId("energy.gross.wh1000").orElseThrow().of(middle);
                    assertThat(energy.value()).isCloseTo(90.0 / 2000 * 1000 / 3600, within(1e-4));
                    Price.Step step = (Price.Step) price.of(contenders, 0.005);
                    Price.Amount.Known cost = (Price.Amount.Known) step.energy();
                    // Twice the energy: the step costs as much as the cheaper version needs, 0.0125 Wh per 1,000.
                    assertThat(cost.value()).isCloseTo(0.0125, within(2e-4));
                    assertThat(cost.shown()).isTrue();
                    Interval interval = cost.interval95();
                    assertThat(interval).isNotNull();
                    // Sensor gain of 5 % in 95 % of cases is in the interval: at least 5 % to either side.
                    assertThat(interval.high() - cost.value()).isGreaterThanOrEqualTo(0.049 * cost.value());
                    assertThat(interval.high() - cost.value()).isLessThan(0.07 * cost.value());
                    // DEU: 329 g/kWh, PUE 1.2.
                    Price.Amount.Known grams = (Price.Amount.Known) step.co2e();
                    assertThat(grams.value()).isCloseTo(cost.value() / 1000 * 1.2 * 329, within(1e-9));
                    assertThat(((Price.Amount.Known) step.gain()).value()).isCloseTo(0.008, within(1e-12));
                },
                BIG,
                MIDDLE);
    }

    @Test
    void intervalCombinesDifferenceAndSensorInQuadrature() throws Exception {
        among(
                true,
                (contenders, real) -> {
                    PointPrice price = new PointPrice(
                            (from, to) -> with(from, to, new Interval(0.9, 1.2, 0.95), new Verdict.WorseThan()));
                    Price.Step step = (Price.Step) price.of(contenders, 0.005);
                    Price.Amount.Known cost = (Price.Amount.Known) step.energy();
                    Quantity base = (Quantity)
                            Metrics.byId("energy.gross.wh1000").orElseThrow().of(step.from());
                    double gain = 2 * base.standardUncertainty();
                    assertThat(cost.value()).isCloseTo(base.value(), within(1e-12));
                    assertThat(cost.interval95().low())
                            .isCloseTo(
                                    base.value() - Math.sqrt(Math.pow(0.1 * base.value(), 2) + gain * gain),
                                    within(1e-12));
                    assertThat(cost.interval95().high())
                            .isCloseTo(
                                    base.value() + Math.sqrt(Math.pow(0.2 * base.value(), 2) + gain * gain),
                                    within(1e-12));
                },
                BIG,
                MIDDLE);
    }

    /** The engine's comparison with another relative difference, 1 in that interval, of the energy. */
    private static Comparison with(Contender from, Contender to, Interval interval, Verdict verdict) {
        Comparison real = Comparisons.of(List.of(from, to), new NoEvidence());
        List<Comparison.Row> rows = real.rows().stream()
                .map(row -> new Comparison.Row(
                        row.metric(),
                        row.baseline(),
                        List.of(new Comparison.Cell(
                                row.cells().getFirst().figure(),
                                new Delta(1, true, interval, "made up"),
                                verdict,
                                ""))))
                .toList();
        return new Comparison(real.baseline(), real.others(), rows, real.notes());
    }

    @Test
    void saysSoWhenNoVersionGainsSoMuch() throws Exception {
        among(
                true,
                (contenders, price) -> {
                    assertThat(price.of(contenders, 0.2)).isInstanceOf(Price.TooMuch.class);
                    assertThat(words(price.of(contenders, 0.2))).contains("small to big", "+4 points");
                },
                BIG,
                MIDDLE,
                SMALL);
    }

    @Test
    void saysSoWhenTheGainIsNotShown() throws Exception {
        among(
                true,
                (contenders, price) -> {
                    Price.Step step = (Price.Step) price.of(contenders, 0.001);
                    assertThat(((Price.Amount.Known) step.gain()).shown()).isFalse();
                    assertThat(words(step)).contains("not shown: too few rows answered differently (1) to show one");
                },
                new SampleHistory.Like("a", 971, 180, 5, 1000),
                new SampleHistory.Like("b", 970, 90, 5, 1000));
    }

    @Test
    void aDifferenceThatIsNotJudgedSaysWhyAndNotThatItsIntervalHoldsZero() throws Exception {
        String why = "energy is estimated from load and time, so that a difference restates latency";
        among(
                false,
                (contenders, real) -> {
                    PointPrice price = new PointPrice(
                            (from, to) -> with(from, to, new Interval(0.9, 1.2, 0.95), new Verdict.NotJudged(why)));
                    assertThat(words(price.of(contenders, 0.005)))
                            .contains("[not shown: " + why + "]")
                            .doesNotContain("holds zero")
                            .contains("per 1,000 inferences (middle → big")
                            .endsWith("gCO2e: no site given, so CO2e is not computed.");
                },
                BIG,
                MIDDLE);
    }

    @Test
    void saysSoWhenCo2eWasNotComputed() throws Exception {
        among(
                false,
                (contenders, price) -> {
                    Price.Step step = (Price.Step) price.of(contenders, 0.005);
                    assertThat(step.co2e()).isInstanceOf(Price.Amount.Unknown.class);
                    assertThat(words(step)).contains("Wh (", "gCO2e:");
                },
                BIG,
                MIDDLE);
    }

    @Test
    void theBestInBothCostsNothing() throws Exception {
        among(
                true,
                (contenders, price) -> assertThat(price.of(contenders, 0.005)).isInstanceOf(Price.NoTrade.class),
                new SampleHistory.Like("good", 970, 90, 5, 1000),
                new SampleHistory.Like("bad", 940, 180, 5, 1000));
    }

    @Test
    void oneVersionHasNoPrice() throws Exception {
        among(
                true,
                (contenders, price) -> assertThat(price.of(contenders, 0.005)).isEqualTo(new Price.NoFigures("")),
                BIG);
    }

    @Test
    void versionsOfDifferentMachinesHaveNoPrice() throws Exception {
        SampleHistory.record(folder, "20260901T101500Z-aaaa01", "desk", true, List.of(BIG));
        SampleHistory.record(folder, "20260902T101500Z-aaaa02", "laptop", true, List.of(SMALL));
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            List<Contender> contenders =
                    Selection.of(history, List.of("20260901T101500Z-aaaa01", "20260902T101500Z-aaaa02"));
            Price price = PointPrice.of(history.evidence()).of(contenders, 0.005);
            assertThat(price).isInstanceOf(Price.NotComparable.class);
            assertThat(words(price)).contains("different machines");
        }
    }

    private static String words(Price price) {
        return new PriceWords(Texts.of(PriceWords.class, Locale.ENGLISH), Contender::label).line(price);
    }
}
