package org.joulemark.app.ui.compare;

import java.util.Locale;
import javafx.util.StringConverter;

/** Points of accuracy as typed: with a decimal point or comma; anything else leaves what was there. */
final class PointsConverter extends StringConverter<Double> {
    private static final double LEAST = 0.01;
    private static final double MOST = 100;

    private final boolean comma;
    private double last;

    PointsConverter(Locale language, double first) {
        this.last = first;
        this.comma = language.getLanguage().equals("de");
    }

    @Override
    public String toString(Double points) {
        if (points == null) {
            return "";
        }
        String text = points == Math.rint(points) ? Long.toString(Math.round(points)) : Double.toString(points);
        return comma ? text.replace('.', ',') : text;
    }

    @Override
    public Double fromString(String text) {
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            if (value >= LEAST && value <= MOST) {
                last = value;
            }
        } catch (NumberFormatException e) {
            // What was there stays: the field shows it again.
            return last;
        }
        return last;
    }
}
