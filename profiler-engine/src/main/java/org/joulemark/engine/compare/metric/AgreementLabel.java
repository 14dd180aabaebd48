package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.AgreementResult;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.Wilson;

/** Share of rows answered with the same label as the reference version. */
public final class AgreementLabel extends Described {
    /** The metric. */
    public AgreementLabel() {
        super(new Description(
                "agreement.label",
                "Agreement with the reference",
                Unit.RATIO,
                Better.HIGHER,
                "rows with the same label as the reference version / rows; 95 % interval by Wilson"));
    }

    @Override
    public Basis basis() {
        return new Basis.Unjudged();
    }

    @Override
    public Figure of(Contender contender) {
        AgreementResult agreement = contender.version().agreement();
        AccuracyResult accuracy = contender.version().accuracy();
        if (agreement == null) {
            return new Absent(unit(), accuracy == null ? "no answers to compare" : "this is the reference");
        }
        Double share = agreement.labelAgreement();
        if (share == null) {
            return new Absent(unit(), agreement.note().isEmpty() ? "no labels to compare" : agreement.note());
        }
        return accuracy == null
                ? Quantity.exact(share, unit()).notCovering("spread unknown: rows not counted")
                : Wilson.ofRows(share, accuracy.rows());
    }
}
