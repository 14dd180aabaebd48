package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.Rows;

/**
 * Units in which the figures per 1,000 inferences of a workbook read without leading zeros: one a column, named in its head.
 *
 * @param energy of energies
 * @param grams of CO2e
 */
record ShownUnits(FigureScale energy, FigureScale grams) {
    /** Name of the cell that holds watt hours per unit shown. */
    static final String ENERGY_NAME = "Wh_per_unit";

    /** Name of the cell that holds grams per unit shown. */
    static final String GRAMS_NAME = "g_per_unit";

    static ShownUnits of(Comparison comparison) {
        List<Figure> energies = new ArrayList<>();
        List<Figure> grams = new ArrayList<>();
        for (var contender : Rows.contenders(comparison)) {
            energies.add(Rows.figure(comparison, "energy.gross.wh1000", contender));
            grams.add(Rows.figure(comparison, "co2e.1000", contender));
        }
        return new ShownUnits(
                FigureScale.of(Unit.WATT_HOURS_PER_1000, energies), FigureScale.of(Unit.GRAMS_CO2E_PER_1000, grams));
    }

    String energyUnit() {
        return energy.bareSymbol();
    }

    String gramsUnit() {
        return grams.bareSymbol().replace("CO2e", "");
    }
}
