package org.joulemark.app.ui.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ValueSpec;

/**
 * What a model is, in short lines.
 *
 * @param texts words of this package
 */
record ModelWords(Texts texts) {
    private static final String[] PREFIXES = {"", "k", "M", "G", "T"};

    /** What goes in and what comes out. */
    static String signature(ModelFacts facts) {
        return values(facts.inputs()) + " → " + values(facts.outputs());
    }

    /** Format, size and cost. */
    String cost(ModelFacts facts) {
        Long parameters = facts.parameters();
        Long macs = facts.macs();
        return String.join(
                " · ",
                "opset " + facts.opsets().getOrDefault("ai.onnx", 0L),
                texts.format("model.parameters", parameters == null ? "?" : scaled(parameters, "", texts)),
                texts.format("model.macs", macs == null ? "?" : scaled(macs, "", texts)),
                scaled(facts.sizeBytes(), "B", texts));
    }

    private static String values(List<ValueSpec> specs) {
        return specs.stream().map(ValueSpec::typeText).limit(3).collect(Collectors.joining(", "))
                + (specs.size() > 3 ? ", …" : "");
    }

    /** A number with three digits, a decimal prefix and a unit, for example "12.3 kB". */
    static String scaled(long number, String unit, Texts texts) {
        double value = number;
        int step = 0;
        while (value >= 999.5 && step < PREFIXES.length - 1) {
            value /= 1000;
            step++;
        }
        String digits =
                step == 0 ? Long.toString(number) : texts.fixed(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
        return (digits + " " + PREFIXES[step] + unit).strip();
    }
}
