package org.joulemark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.WindowBudget;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/**
 * A run as JSON for other programs: its record, with the figures of its versions, and with the whole uncertainty where the
 * record keeps a part of it. The energy of a window carries the gain of its sensor as everywhere else; the intervals of
 * percentiles, which tell only how calls scatter, are called order statistics.
 */
final class RunJson {
    private RunJson() {}

    static String of(Run run) {
        JsonNode json = FigureJson.tree(run);
        for (int i = 0; i < run.versions().size(); i++) {
            version(
                    json.path("versions").path(i),
                    new Contender(run, run.versions().get(i)));
        }
        idle(json.path("idleBefore"), run.baselines().before(), run);
        idle(json.path("idleAfter"), run.baselines().after(), run);
        return RecordJson.canonical(json);
    }

    private static void version(JsonNode json, Contender contender) {
        VersionResult version = contender.version();
        orderStatistics(json.path("latency"));
        for (int i = 0; i < version.trials().size(); i++) {
            Trial trial = version.trials().get(i);
            JsonNode one = json.path("trials").path(i);
            orderStatistics(one.path("latency"));
            energies(one.path("energies"), trial.energies(), contender.run(), trial.durationNanos());
        }
        if (json instanceof ObjectNode fields) {
            ObjectNode figures = fields.putObject("figures");
            Metrics.figures(contender).forEach((id, figure) -> figures.set(id, FigureJson.of(figure)));
        }
    }

    private static void orderStatistics(JsonNode latency) {
        if (latency instanceof ObjectNode fields && fields.has("intervals")) {
            fields.set("orderStatistics", fields.remove("intervals"));
        }
    }

    private static void idle(JsonNode json, @Nullable IdleWindow window, Run run) {
        if (window != null) {
            energies(json.path("energies"), window.energies(), run, window.endNanos() - window.startNanos());
        }
    }

    private static void energies(JsonNode json, List<SensorEnergy> energies, Run run, long windowNanos) {
        for (int i = 0; i < energies.size(); i++) {
            SensorEnergy energy = energies.get(i);
            if (json.path(i) instanceof ObjectNode fields) {
                run.setting().sensors().stream()
                        .filter(sensor -> sensor.id().equals(energy.sensor()))
                        .findFirst()
                        .ifPresentOrElse(
                                sensor -> whole(fields, sensor, energy, windowNanos), () -> ofReadings(fields));
            }
        }
    }

    private static void whole(ObjectNode fields, SensorInfo sensor, SensorEnergy energy, long windowNanos) {
        fields.set("energy", FigureJson.of(WindowBudget.energy(sensor, energy, windowNanos)));
        fields.set("peakPower", FigureJson.of(WindowBudget.peak(sensor, energy)));
    }

    /** Of a sensor that the record does not describe only what the readings leave open is known. */
    private static void ofReadings(ObjectNode fields) {
        for (String figure : List.of("energy", "peakPower")) {
            if (fields.path(figure) instanceof ObjectNode stated && stated.has("standardUncertainty")) {
                stated.set("samplingUncertainty", stated.remove("standardUncertainty"));
            }
        }
    }
}
