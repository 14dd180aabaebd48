package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What more accuracy costs: of all steps between two versions of the accuracy–energy Pareto front that gain enough, the
 * one with the least energy on top; a step whose gain is shown goes before one whose is not. A difference of energy is
 * the cheaper version's energy times the relative difference that the paired trials show; its interval holds the
 * uncertainty of both, combined in quadrature (GUM), so that the sensor's gain is in it.
 *
 * @param pairs compares two versions, the first as the baseline
 */
record PointPrice(BiFunction<Contender, Contender, Comparison> pairs) {
    /** Metric that says how good answers are, as a share. */
    static final String ACCURACY = "accuracy.top1";

    /** Metric that says what an inference costs. */
    static final String ENERGY = "energy.gross.wh1000";

    private static final String CO2E = "co2e.1000";

    /** Accuracies are shares of some rows: what differs by less than this is rounding. */
    private static final double ROUNDING = 1e-12;

    private record Point(Contender contender, Quantity accuracy, Quantity energy) {}

    private record Candidate(Point from, Point to) {
        double gain() {
            return to.accuracy().value() - from.accuracy().value();
        }

        double cost() {
            return to.energy().value() - from.energy().value();
        }
    }

    /** Prices by paired comparisons of stored evidence. */
    static PointPrice of(Evidence evidence) {
        return new PointPrice((from, to) -> Comparisons.of(List.of(from, to), evidence));
    }

    /** Price of at least {@code gain} more accuracy, a share above zero: 0.005 is half a point. */
    Price of(List<Contender> contenders, double gain) {
        List<Point> points = contenders.stream().flatMap(PointPrice::point).toList();
        if (points.size() < 2) {
            return new Price.NoFigures(contenders.size() < 2 ? "" : whyAbsent(contenders));
        }
        List<Point> front = front(points);
        if (front.size() == 1) {
            return new Price.NoTrade(front.getFirst().contender());
        }
        List<Candidate> steps = steps(front, gain);
        Candidate whole = new Candidate(front.getFirst(), front.getLast());
        return steps.isEmpty()
                ? new Price.TooMuch(whole.from().contender(), whole.to().contender(), whole.gain())
                : cheapest(steps);
    }

    private static Stream<Point> point(Contender contender) {
        return figure(contender, ACCURACY) instanceof Quantity accuracy
                        && figure(contender, ENERGY) instanceof Quantity energy
                        && !energy.lowerBound()
                ? Stream.of(new Point(contender, accuracy, energy))
                : Stream.of();
    }

    private static String whyAbsent(List<Contender> contenders) {
        return contenders.stream()
                .flatMap(one -> Stream.of(ACCURACY, ENERGY)
                        .map(id -> figure(one, id))
                        .filter(Absent.class::isInstance)
                        .map(Absent.class::cast)
                        .map(absent -> one.label() + ": " + absent.why()))
                .findFirst()
                .orElse("");
    }

    private static Figure figure(Contender contender, String id) {
        return Metrics.byId(id).orElseThrow().of(contender);
    }

    /** Versions that no other beats in both, from the cheapest to the most accurate. */
    private static List<Point> front(List<Point> points) {
        List<Point> byEnergy = points.stream()
                .sorted(Comparator.<Point>comparingDouble(
                                point -> point.energy().value())
                        .thenComparingDouble(point -> -point.accuracy().value()))
                .toList();
        List<Point> front = new ArrayList<>();
        for (Point point : byEnergy) {
            if (front.isEmpty()
                    || point.accuracy().value() > front.getLast().accuracy().value()) {
                front.add(point);
            }
        }
        return front;
    }

    private static List<Candidate> steps(List<Point> front, double gain) {
        List<Candidate> steps = new ArrayList<>();
        for (int from = 0; from < front.size(); from++) {
            for (int to = from + 1; to < front.size(); to++) {
                steps.add(new Candidate(front.get(from), front.get(to)));
            }
        }
        return steps.stream()
                .filter(step -> step.gain() >= gain - ROUNDING)
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .toList();
    }

    private Price cheapest(List<Candidate> steps) {
        List<Price> priced = new ArrayList<>();
        for (Candidate step : steps) {
            Price price = price(step);
            if (price instanceof Price.Step(var _, var _, Price.Amount.Known gain, var _, var _) && gain.shown()) {
                return price;
            }
            priced.add(price);
        }
        return priced.stream().filter(Price.Step.class::isInstance).findFirst().orElseGet(priced::getFirst);
    }

    private Price price(Candidate step) {
        Contender from = step.from().contender();
        Contender to = step.to().contender();
        Comparison comparison = pairs.apply(from, to);
        Comparison.Cell accuracy = cell(comparison, ACCURACY);
        Comparison.Cell energy = cell(comparison, ENERGY);
        if (accuracy.verdict() instanceof Verdict.NotComparable(String why)) {
            return new Price.NotComparable(from, to, why);
        }
        if (energy.verdict() instanceof Verdict.NotComparable(String why)) {
            return new Price.NotComparable(from, to, why);
        }
        return new Price.Step(
                from,
                to,
                new Price.Amount.Known(step.gain(), interval(accuracy.delta()), unshown(accuracy)),
                amount(step.from().energy(), energy),
                amount(figure(from, CO2E), cell(comparison, CO2E)));
    }

    private static Comparison.Cell cell(Comparison comparison, String id) {
        return comparison.rows().stream()
                .filter(row -> row.metric().id().equals(id))
                .findFirst()
                .orElseThrow()
                .cells()
                .getFirst();
    }

    private static String unshown(Comparison.Cell cell) {
        if (cell.verdict() instanceof Verdict.BetterThan || cell.verdict() instanceof Verdict.WorseThan) {
            return "";
        }
        String why = Words.reason(cell.verdict());
        return why.isEmpty() ? "the 95 % interval holds zero" : why;
    }

    private static @Nullable Interval interval(@Nullable Delta delta) {
        return delta == null ? null : delta.interval95();
    }

    /** The relative interval times the base, each side widened by what the base's own uncertainty (k = 2) adds. */
    private static @Nullable Interval scaled(Quantity base, Delta delta) {
        Interval relative = delta.interval95();
        if (relative == null) {
            return null;
        }
        double value = base.value() * delta.value();
        double gain = base.expandedUncertainty() * delta.value();
        double below = Math.hypot(base.value() * (delta.value() - relative.low()), gain);
        double above = Math.hypot(base.value() * (relative.high() - delta.value()), gain);
        return new Interval(value - below, value + above, relative.level());
    }

    private static Price.Amount amount(Figure base, Comparison.Cell cell) {
        Delta delta = cell.delta();
        return switch (base) {
            case Absent absent -> new Price.Amount.Unknown(absent.why());
            case Quantity quantity
            when delta == null ->
                new Price.Amount.Unknown(
                        cell.figure() instanceof Absent absent ? absent.why() : Words.reason(cell.verdict()));
            case Quantity quantity ->
                new Price.Amount.Known(quantity.value() * delta.value(), scaled(quantity, delta), unshown(cell));
        };
    }
}
