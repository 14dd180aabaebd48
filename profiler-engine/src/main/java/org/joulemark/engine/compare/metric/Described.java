package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.JudgedMetric;
import org.joulemark.engine.model.Unit;

/** What every metric has: a name, a unit, a good direction and a formula in words. */
abstract class Described implements JudgedMetric {
    private final Description description;

    /** See {@link org.joulemark.engine.compare.Metric}. */
    record Description(String id, String title, Unit unit, Better better, String formula) {}

    Described(Description description) {
        this.description = description;
    }

    @Override
    public final String id() {
        return description.id();
    }

    @Override
    public final String title() {
        return description.title();
    }

    @Override
    public final Unit unit() {
        return description.unit();
    }

    @Override
    public final Better better() {
        return description.better();
    }

    @Override
    public final String formula() {
        return description.formula();
    }
}
