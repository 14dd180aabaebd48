package org.joulemark.engine.model;

/** What an emission factor of electricity includes. */
public enum FactorBoundary {
    /** Emissions at the plants only: what GHG Protocol Scope 2 asks for. */
    GENERATION_ONLY("generation only"),
    /** Per kilowatt hour consumed: generation corrected for trade, with the losses of the grid inside. */
    CONSUMPTION("consumption, with grid losses"),
    /** With fuel supply and building of plants; overlaps Scope 3 category 3. */
    LIFECYCLE("lifecycle, conservative");

    private final String words;

    FactorBoundary(String words) {
        this.words = words;
    }

    /** In words, as reports print it. */
    public String words() {
        return words;
    }
}
