package org.joulemark.app.ui.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text for tables and files: six significant digits, a point, no exponent. */
final class Numbers {
    private static final MathContext SIX = new MathContext(6);

    private Numbers() {}

    static String full(double value) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        BigDecimal rounded = new BigDecimal(value, SIX);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
