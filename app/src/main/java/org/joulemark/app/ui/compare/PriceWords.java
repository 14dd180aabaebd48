package org.joulemark.app.ui.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.function.Function;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureScale;

/**
 * Tells a price in one line.
 *
 * @param texts words of this place
 * @param names how versions are called
 */
record PriceWords(Texts texts, Function<Contender, String> names) {
    private static final int DIGITS = 2;
    private static final int MOST_DIGITS = 3;

    /** The line. */
    String line(Price price) {
        return switch (price) {
            case Price.NoFigures(String why) ->
                why.isEmpty() ? texts.get("price.few") : texts.format("price.absent", texts.said(why));
            case Price.NoTrade(Contender best) -> texts.format("price.no-trade", names.apply(best));
            case Price.TooMuch(Contender from, Contender to, double gain) ->
                texts.format("price.too-much", names.apply(from), names.apply(to), points(gain));
            case Price.NotComparable(Contender from, Contender to, String why) ->
                texts.format("price.not-comparable", names.apply(from), names.apply(to), texts.said(why));
            case Price.Step step ->
                texts.format(
                        step.co2e() instanceof Price.Amount.Known ? "price.step" : "price.step.no-co2e",
                        names.apply(step.from()),
                        names.apply(step.to()),
                        gain(step.gain()),
                        amount(step.energy(), Unit.WATT_HOURS_PER_1000),
                        amount(step.co2e(), Unit.GRAMS_CO2E_PER_1000));
        };
    }

    private String gain(Price.Amount gain) {
        return switch (gain) {
            case Price.Amount.Known known -> points(known.value()) + unshown(known);
            case Price.Amount.Unknown(String why) -> texts.said(why);
        };
    }

    private String points(double share) {
        return rounded(share * 100, MOST_DIGITS);
    }

    private String amount(Price.Amount amount, Unit unit) {
        return switch (amount) {
            case Price.Amount.Unknown(String why) ->
                texts.format("price.unknown", FigureScale.plain(unit).bareSymbol(), texts.said(why));
            case Price.Amount.Known known -> known(known, scale(known, unit));
        };
    }

    private String known(Price.Amount.Known known, FigureScale scale) {
        Interval interval = known.interval95();
        double value = known.value() / scale.factor();
        if (interval == null) {
            return texts.format("price.no-interval", rounded(value, DIGITS), scale.bareSymbol());
        }
        double low = interval.low() / scale.factor();
        double high = interval.high() / scale.factor();
        int places = places((high - low) / 2);
        String text = fixed(value, places) + " " + scale.bareSymbol() + " (" + fixed(low, places) + " … "
                + fixed(high, places) + ")";
        return text + unshown(known);
    }

    private String unshown(Price.Amount.Known known) {
        return known.shown() ? "" : texts.format("price.unshown", texts.said(known.unshown()));
    }

    /** The scale of the largest number told; what it is per is said once, at the end of the line. */
    private static FigureScale scale(Price.Amount.Known known, Unit unit) {
        Interval interval = known.interval95();
        double most = interval == null
                ? Math.abs(known.value())
                : Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        return FigureScale.of(Quantity.exact(most, unit));
    }

    /** Decimal places that give half the width of an interval two digits. */
    private static int places(double half) {
        return half > 0 ? Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(half))) : MOST_DIGITS;
    }

    private String fixed(double value, int places) {
        return signed(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN));
    }

    private String rounded(double value, int digits) {
        BigDecimal number =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        return signed(number.scale() < 0 ? number.setScale(0) : number);
    }

    private String signed(BigDecimal number) {
        char decimalSign = DecimalFormatSymbols.getInstance(texts.locale()).getDecimalSeparator();
        return (number.signum() < 0 ? "−" : "+") + number.abs().toPlainString().replace('.', decimalSign);
    }
}
