package org.joulemark.engine.compare.metric;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.Better;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Unit;

/** Largest power seen between two readings in any trial. */
public final class PowerPeak extends Described {
    private static final String CAPPED = "a model of load: never above its watts at full load";

    /** The metric. */
    public PowerPeak() {
        super(new Description(
                "power.peak",
                "Peak power",
                Unit.WATTS,
                Better.NEITHER,
                "largest over trials of the sum of the sensors' peaks in W; with several sensors an upper"
                        + " bound, their peaks need not coincide"));
    }

    @Override
    public Basis basis() {
        return new Basis.Unjudged();
    }

    @Override
    public Figure of(Contender contender) {
        List<SensorInfo> sensors = DeviceEnergy.counted(
                contender, contender.version().configuration().device());
        if (sensors.isEmpty()) {
            return new Absent(unit(), "no power sensor counts for this device");
        }
        return contender.version().trials().stream()
                .map(trial -> PeakPower.of(trial, sensors))
                .flatMap(Optional::stream)
                .max(Comparator.comparingDouble(Quantity::value))
                .<Figure>map(PowerPeak::told)
                .orElseGet(() -> new Absent(unit(), "no trial in which every sensor was read"));
    }

    /** A model of load gives no more than its watts at full load, however much was drawn. */
    private static Quantity told(Quantity peak) {
        return peak.worst().compareTo(Provenance.ESTIMATED) < 0
                ? peak
                : peak.notCovering(NotCovered.joined(Stream.of(peak.notCovered(), CAPPED)));
    }
}
