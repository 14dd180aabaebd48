package org.joulemark.engine.model;

/** What a sensor said, including that it said nothing and why. */
public sealed interface Reading {
    /** When the value was read. */
    Tick tick();

    /**
     * A running energy counter.
     *
     * @param tick when it was read
     * @param microjoules raw counter value in microjoules, from an arbitrary start
     */
    record Counter(Tick tick, long microjoules) implements Reading {}

    /**
     * A power.
     *
     * @param tick when it was read
     * @param milliwatts power in milliwatts
     */
    record Sample(Tick tick, long milliwatts) implements Reading {}

    /**
     * No value.
     *
     * @param tick when the read was tried
     * @param why the reason
     */
    record Missing(Tick tick, MissingReason why) implements Reading {}
}
