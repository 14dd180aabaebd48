package org.joulemark.app.ui.compare;

import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Interval;
import org.jspecify.annotations.Nullable;

/** What more accuracy costs, or why that cannot be told. */
sealed interface Price {
    /**
     * Too few versions have both an accuracy and an energy.
     *
     * @param why reason of one that lacks a figure; empty if there are simply too few versions
     */
    record NoFigures(String why) implements Price {}

    /**
     * One version is the most accurate and needs the least energy: there is nothing to pay for.
     *
     * @param best that version
     */
    record NoTrade(Contender best) implements Price {}

    /**
     * No step along the front gains so much.
     *
     * @param from cheapest version of the front
     * @param to most accurate version
     * @param gain what lies between, as a share
     */
    record TooMuch(Contender from, Contender to, double gain) implements Price {}

    /**
     * The versions that would gain so much must not be compared.
     *
     * @param from cheaper version
     * @param to more accurate version
     * @param why reason
     */
    record NotComparable(Contender from, Contender to, String why) implements Price {}

    /**
     * The cheapest step that gains so much.
     *
     * @param from cheaper version
     * @param to more accurate version
     * @param gain difference of accuracy as a share
     * @param energy difference of energy in Wh per 1,000 inferences
     * @param co2e difference of CO2e in grams per 1,000 inferences
     */
    record Step(Contender from, Contender to, Amount gain, Amount energy, Amount co2e) implements Price {}

    /** A difference, or why there is none. */
    sealed interface Amount {
        /**
         * A known difference.
         *
         * @param value the difference
         * @param interval95 its 95 % interval; null if the data allow none
         * @param unshown why the verdict does not call it a difference; empty if it does
         */
        record Known(double value, @Nullable Interval interval95, String unshown) implements Amount {
            /** Whether the verdict calls it a difference. */
            boolean shown() {
                return unshown.isEmpty();
            }
        }

        /**
         * No difference is known.
         *
         * @param why reason
         */
        record Unknown(String why) implements Amount {}
    }
}
