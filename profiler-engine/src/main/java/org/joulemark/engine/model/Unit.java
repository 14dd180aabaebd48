package org.joulemark.engine.model;

/** Units of figures; the symbol is what people see. */
public enum Unit {
    JOULES("J"),
    JOULES_PER_INFERENCE("J"),
    WATT_HOURS_PER_1000("Wh/1000"),
    WATTS("W"),
    GRAMS_CO2E_PER_1000("gCO2e/1000"),
    NANOSECONDS("ns"),
    MILLISECONDS("ms"),
    INFERENCES_PER_SECOND("1/s"),
    BYTES("B"),
    COUNT(""),
    /** A dimensionless ratio; 0.9917 is shown as 99.17 %. */
    RATIO("%"),
    /** In the unit of the label the model predicts. */
    LABEL_UNIT(""),
    /** A dimensionless number shown as it is, such as R². */
    NUMBER("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol to print behind a value, possibly empty. */
    public String symbol() {
        return symbol;
    }
}
