package org.joulemark.engine.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.compare.metric.AccuracyMacroF1;
import org.joulemark.engine.compare.metric.AccuracyMae;
import org.joulemark.engine.compare.metric.AccuracyR2;
import org.joulemark.engine.compare.metric.AccuracyRmse;
import org.joulemark.engine.compare.metric.AccuracyTop1;
import org.joulemark.engine.compare.metric.AccuracyTop5;
import org.joulemark.engine.compare.metric.AgreementLabel;
import org.joulemark.engine.compare.metric.Co2ePer1000;
import org.joulemark.engine.compare.metric.EnergyCpuSide;
import org.joulemark.engine.compare.metric.EnergyFacilityWattHours;
import org.joulemark.engine.compare.metric.EnergyGross;
import org.joulemark.engine.compare.metric.EnergyGrossWattHours;
import org.joulemark.engine.compare.metric.EnergyNet;
import org.joulemark.engine.compare.metric.EnergyNetWattHours;
import org.joulemark.engine.compare.metric.LatencyP50;
import org.joulemark.engine.compare.metric.LatencyP90;
import org.joulemark.engine.compare.metric.LatencyP95;
import org.joulemark.engine.compare.metric.LatencyP99;
import org.joulemark.engine.compare.metric.LoadTime;
import org.joulemark.engine.compare.metric.MemoryPeak;
import org.joulemark.engine.compare.metric.ModelMacs;
import org.joulemark.engine.compare.metric.ModelParameters;
import org.joulemark.engine.compare.metric.PowerMean;
import org.joulemark.engine.compare.metric.PowerPeak;
import org.joulemark.engine.compare.metric.SizeBytes;
import org.joulemark.engine.compare.metric.Throughput;
import org.joulemark.engine.model.Figure;

/** All metrics. A new one is one class in {@code compare.metric} and one line here. */
public final class Metrics {
    /** All metrics in the order of tables. */
    public static final List<Metric> ALL = List.of(
            new AccuracyTop1(),
            new AccuracyTop5(),
            new AccuracyMacroF1(),
            new AccuracyRmse(),
            new AccuracyMae(),
            new AccuracyR2(),
            new AgreementLabel(),
            new LatencyP50(),
            new LatencyP90(),
            new LatencyP95(),
            new LatencyP99(),
            new Throughput(),
            new LoadTime(),
            new MemoryPeak(),
            new EnergyGross(),
            new EnergyGrossWattHours(),
            new EnergyNet(),
            new EnergyNetWattHours(),
            new EnergyCpuSide(),
            new PowerMean(),
            new PowerPeak(),
            new EnergyFacilityWattHours(),
            new Co2ePer1000(),
            new SizeBytes(),
            new ModelParameters(),
            new ModelMacs());

    private Metrics() {}

    /** The metric with this id; empty if there is none. */
    public static Optional<Metric> byId(String id) {
        return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
    }

    /** All figures of a version by metric id, in the order of {@link #ALL}. */
    public static Map<String, Figure> figures(Contender contender) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        ALL.forEach(metric -> figures.put(metric.id(), metric.of(contender)));
        return figures;
    }
}
