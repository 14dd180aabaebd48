package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A range of values, linear or logarithmic. Immutable: zooming and panning give another range.
 *
 * @param from value at the lower border
 * @param to value at the upper border, above the lower
 * @param log whether equal distances are equal ratios; both borders are positive then
 */
public record ValueAxis(double from, double to, boolean log) {
    /** A range with its upper border above its lower. */
    public ValueAxis {
        if (!(to > from) || (log && !(from > 0)) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("no range: " + from + " to " + to);
        }
    }

    /** A linear range from zero to the round number at or above the given one; to 1 if there is none. */
    public static ValueAxis fromZero(double greatest, int most) {
        double top = greatest > 0 ? greatest : 1;
        double step = niceStep(top, most);
        return new ValueAxis(0, Math.ceil(top / step - 1e-9) * step, false);
    }

    /** A range with a margin of six hundredths around the given values; a lone value sits in the middle. */
    public static ValueAxis around(double least, double greatest, boolean log) {
        double low = log ? Math.log10(least) : least;
        double high = log ? Math.log10(greatest) : greatest;
        double margin = high > low ? 0.06 * (high - low) : log ? 0.5 : Math.max(Math.abs(low) * 0.1, 1e-9);
        return log
                ? new ValueAxis(Math.pow(10, low - margin), Math.pow(10, high + margin), true)
                : new ValueAxis(low - margin, high + margin, false);
    }

    /** Place of a value, 0 at the lower border and 1 at the upper. */
    public double share(double value) {
        return (place(value) - place(from)) / (place(to) - place(from));
    }

    /** Value at a place, 0 at the lower border and 1 at the upper. */
    public double valueAt(double share) {
        double at = place(from) + share * (place(to) - place(from));
        return log ? Math.pow(10, at) : at;
    }

    private double place(double value) {
        return log ? Math.log10(value) : value;
    }

    /** The range so many times as wide, with the given value staying in its place. */
    public ValueAxis zoom(double around, double factor) {
        double share = share(around);
        return new ValueAxis(valueAt(share - share * factor), valueAt(share + (1 - share) * factor), log);
    }

    /** The range moved by a share of its width. */
    public ValueAxis pan(double share) {
        return new ValueAxis(valueAt(share), valueAt(1 + share), log);
    }

    /** The range moved, and narrowed if need be, into the limits of another. */
    public ValueAxis clamp(ValueAxis limits) {
        double width = Math.min(1, limits.share(to) - limits.share(from));
        double low = Math.max(0, Math.min(limits.share(from), 1 - width));
        return new ValueAxis(limits.valueAt(low), limits.valueAt(low + width), log);
    }

    /** The prefix for all labels of this axis. */
    public SiScale scale(String unit) {
        return SiScale.of(unit, log ? Math.sqrt(from) * Math.sqrt(to) : Math.max(Math.abs(from), Math.abs(to)));
    }

    /** Marks at round values, labelled in the scale's unit without its symbol; about as many as asked for. */
    public List<AxisTick> ticks(int most, SiScale scale) {
        return log && Math.log10(to / from) > 1 ? decades(most, scale) : rounds(most, scale);
    }

    private List<AxisTick> rounds(int most, SiScale scale) {
        double step = niceStep((to - from) / scale.factor(), most);
        int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        List<AxisTick> ticks = new ArrayList<>();
        long last = (long) Math.floor(to / scale.factor() / step + 1e-6);
        for (long i = (long) Math.ceil(from / scale.factor() / step - 1e-6); i <= last; i++) {
            String label = String.format(Locale.ROOT, "%." + digits + "f", i * step);
            ticks.add(new AxisTick(i * step * scale.factor(), label));
        }
        return ticks;
    }

    private List<AxisTick> decades(int most, SiScale scale) {
        int first = (int) Math.floor(Math.log10(from / scale.factor()));
        int last = (int) Math.ceil(Math.log10(to / scale.factor()));
        boolean dense = (last - first) * 3 <= most * 2;
        List<AxisTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int lead = 1; lead < 10; lead++) {
                double value = lead * Math.pow(10, decade);
                boolean labelled = lead == 1 || (dense && (lead == 2 || lead == 5));
                addInside(ticks, value * scale.factor(), labelled ? plain(value, decade) : "");
            }
        }
        return ticks;
    }

    private void addInside(List<AxisTick> ticks, double value, String label) {
        if (value >= from * (1 - 1e-9) && value <= to * (1 + 1e-9)) {
            ticks.add(new AxisTick(value, label));
        }
    }

    private static String plain(double value, int decade) {
        return decade >= -4 && decade < 6
                ? String.format(Locale.ROOT, "%." + Math.max(0, -decade) + "f", value)
                : String.format(Locale.ROOT, "%.0e", value);
    }

    /** The step 1, 2 or 5 times a power of ten that cuts a span into at most so many parts. */
    static double niceStep(double span, int most) {
        double raw = span / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        double nice = lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10;
        return nice * power;
    }
}
