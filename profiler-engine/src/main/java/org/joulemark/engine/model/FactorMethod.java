package org.joulemark.engine.model;

/** Which of the two methods of the GHG Protocol Scope 2 Guidance an emission factor of electricity serves. */
public enum FactorMethod {
    /** Average of the grid the electricity is taken from. */
    LOCATION_BASED("location-based"),
    /** Of the supplier or contract; whether the instrument meets the quality criteria is not checked here. */
    MARKET_BASED("market-based as entered, instrument not checked");

    private final String words;

    FactorMethod(String words) {
        this.words = words;
    }

    /** In words, as reports print it. */
    public String words() {
        return words;
    }
}
