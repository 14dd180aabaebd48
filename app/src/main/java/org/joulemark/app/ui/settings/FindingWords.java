package org.joulemark.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.settings.Finding.Kind;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.power.SensorStatus;

/**
 * Sensors and providers in the user's language; remedies, which are commands, stay as they are.
 *
 * @param texts words of this package
 * @param words the engine's terms
 */
record FindingWords(Texts texts, Words words) {
    private static final double NANOS_PER_MILLI = 1e6;

    Finding of(SensorStatus sensor) {
        SensorInfo info = sensor.info();
        return new Finding(
                kind(sensor),
                sensor.name(),
                texts.get("sensor." + state(sensor, kind(sensor))),
                info == null ? "" : facts(info),
                texts.said(sensor.why()),
                sensor.remedy());
    }

    private static Kind kind(SensorStatus sensor) {
        SensorInfo info = sensor.info();
        if (info == null) {
            return sensor.found() ? Kind.BLOCKED : Kind.ASIDE;
        }
        if (!info.counted()) {
            return Kind.ASIDE;
        }
        return info.provenance().compareTo(Provenance.ESTIMATED) >= 0 ? Kind.GUESS : Kind.FINE;
    }

    private static String state(SensorStatus sensor, Kind kind) {
        return switch (kind) {
            case FINE -> "counts";
            case GUESS -> "guesses";
            case BLOCKED -> "blocked";
            case ASIDE -> sensor.found() ? "not-counted" : "absent";
        };
    }

    private String facts(SensorInfo info) {
        List<String> facts = new ArrayList<>();
        facts.add(info.device().toString());
        facts.add(texts.get("scope." + info.scope().name().toLowerCase(Locale.ROOT)));
        facts.add(words.provenance(info.provenance()));
        facts.add(texts.format("sensor.period", info.periodNanos() / NANOS_PER_MILLI));
        if (!info.note().isEmpty()) {
            facts.add(texts.said(info.note()));
        }
        return String.join(" · ", facts);
    }

    Finding of(ProviderStatus provider) {
        return new Finding(
                kind(provider),
                provider.provider().value(),
                texts.get("provider." + state(provider)),
                provider.onnxRuntime().isEmpty() ? "" : "ONNX Runtime " + provider.onnxRuntime(),
                texts.said(provider.why()),
                provider.remedy());
    }

    private static Kind kind(ProviderStatus provider) {
        if (provider.usable()) {
            return Kind.FINE;
        }
        return provider.compiledIn() || provider.onnxRuntime().isEmpty() ? Kind.BLOCKED : Kind.ASIDE;
    }

    private static String state(ProviderStatus provider) {
        if (provider.usable()) {
            return "usable";
        }
        if (provider.onnxRuntime().isEmpty()) {
            return "not-started";
        }
        return provider.compiledIn() ? "unusable" : "not-held";
    }
}
