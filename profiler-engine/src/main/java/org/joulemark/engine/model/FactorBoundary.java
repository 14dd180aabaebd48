package org.joulemark.engine.model;

/** What an emission factor of electricity includes. */
public enum FactorBoundary {
    /** Emissions at the plants only: what GHG Protocol Scope 2 asks for. */
    GENERATION_ONLY,
    /** With fuel supply and building of plants; overlaps Scope 3 category 3. */
    LIFECYCLE
}
