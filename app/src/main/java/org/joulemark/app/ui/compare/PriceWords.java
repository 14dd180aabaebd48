package org.joulemark.app.ui.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Function;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Interval;

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
                why.isEmpty() ? texts.get("price.few") : texts.format("price.absent", why);
            case Price.NoTrade(Contender best) -> texts.format("price.no-trade", names.apply(best));
            case Price.TooMuch(Contender from, Contender to, double gain) ->
                texts.format("price.too-much", names.apply(from), names.apply(to), points(gain));
            case Price.NotComparable(Contender from, Contender to, String why) ->
                texts.format("price.not-comparable", names.apply(from), names.apply(to), why);
            case Price.Step step ->
                texts.format(
                        "price.step",
                        names.apply(step.from()),
                        names.apply(step.to()),
                        gain(step.gain()),
                        amount(step.energy(), "Wh"),
                        amount(step.co2e(), "gCO2e"));
        };
    }

    private String gain(Price.Amount gain) {
        return switch (gain) {
            case Price.Amount.Known known -> points(known.value()) + (known.shown() ? "" : texts.get("price.unshown"));
            case Price.Amount.Unknown(String why) -> why;
        };
    }

    private static String points(double share) {
        return rounded(share * 100, new MathContext(MOST_DIGITS));
    }

    private String amount(Price.Amount amount, String unit) {
        return switch (amount) {
            case Price.Amount.Unknown(String why) -> texts.format("price.unknown", unit, why);
            case Price.Amount.Known known -> known(known, unit);
        };
    }

    private String known(Price.Amount.Known known, String unit) {
        Interval interval = known.interval95();
        if (interval == null) {
            return texts.format("price.no-interval", rounded(known.value(), new MathContext(DIGITS)), unit);
        }
        int places = places(interval);
        String text = fixed(known.value(), places) + " " + unit + " (" + fixed(interval.low(), places) + " … "
                + fixed(interval.high(), places) + ")";
        return known.shown() ? text : text + texts.get("price.unshown");
    }

    /** Decimal places that give the width of an interval two digits. */
    private static int places(Interval interval) {
        double half = (interval.high() - interval.low()) / 2;
        return half > 0 ? Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(half))) : MOST_DIGITS;
    }

    private static String fixed(double value, int places) {
        return signed(BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN));
    }

    private static String rounded(double value, MathContext digits) {
        BigDecimal number = BigDecimal.valueOf(value).round(digits).stripTrailingZeros();
        return signed(number.scale() < 0 ? number.setScale(0) : number);
    }

    private static String signed(BigDecimal number) {
        return (number.signum() < 0 ? "−" : "+") + number.abs().toPlainString();
    }
}
