package org.joulemark.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.power.SensorStatus;

/**
 * Sensors and providers in the user's language; reasons and remedies stay in the words of those who found them.
 *
 * @param texts words of this package
 * @param words the engine's terms
 */
record FindingWords(Texts texts, Words words) {
    private static final double NANOS_PER_MILLI = 1e6;

    Finding of(SensorStatus sensor) {
        SensorInfo info = sensor.info();
        boolean counted = info != null && info.counted();
        return new Finding(
                sensor.found() && !sensor.readable() ? Severity.WARNING : Severity.NOTE,
                sensor.name(),
                texts.get("sensor." + state(sensor, counted)),
                info == null ? "" : facts(info),
                sensor.why(),
                sensor.remedy());
    }

    private static String state(SensorStatus sensor, boolean counted) {
        if (!sensor.found()) {
            return "absent";
        }
        if (!sensor.readable()) {
            return "blocked";
        }
        return counted ? "counts" : "not-counted";
    }

    private String facts(SensorInfo info) {
        List<String> facts = new ArrayList<>();
        facts.add(info.device().toString());
        facts.add(texts.get("scope." + info.scope().name().toLowerCase(Locale.ROOT)));
        facts.add(words.provenance(info.provenance()));
        facts.add(texts.format("sensor.period", info.periodNanos() / NANOS_PER_MILLI));
        if (!info.note().isEmpty()) {
            facts.add(info.note());
        }
        return String.join(" · ", facts);
    }

    Finding of(ProviderStatus provider) {
        String state = provider.usable() ? "usable" : provider.compiledIn() ? "unusable" : "not-held";
        return new Finding(
                provider.compiledIn() && !provider.usable() ? Severity.WARNING : Severity.NOTE,
                provider.provider(),
                texts.get("provider." + state),
                provider.onnxRuntime().isEmpty() ? "" : "ONNX Runtime " + provider.onnxRuntime(),
                provider.why(),
                provider.remedy());
    }
}
