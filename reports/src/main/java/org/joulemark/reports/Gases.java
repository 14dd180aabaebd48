package org.joulemark.reports;

import org.joulemark.engine.model.EmissionFactor;

/** Which greenhouse gases a factor counts, to stand where a figure made with it stands. */
public final class Gases {
    private static final String ALL = "CO2e";
    private static final String CARBON_DIOXIDE = "CO2";

    private Gases() {}

    /** "CO2" for a factor of carbon dioxide alone, else "CO2e". */
    public static String of(EmissionFactor factor) {
        return factor.gasSet().strip().equalsIgnoreCase(CARBON_DIOXIDE) ? CARBON_DIOXIDE : ALL;
    }

    /** What has to be said of the gases beside the factor, for example ", CO2 only"; empty where nothing has. */
    public static String words(EmissionFactor factor) {
        if (of(factor).equals(CARBON_DIOXIDE)) {
            return ", CO2 only, other greenhouse gases not counted";
        }
        return factor.gasSet().strip().equals(ALL)
                ? ""
                : ", gases: " + factor.gasSet().strip();
    }
}
