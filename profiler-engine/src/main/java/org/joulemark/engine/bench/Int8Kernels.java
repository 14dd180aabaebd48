package org.joulemark.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Severity;

/**
 * Whether 8-bit products are exact on this processor. ONNX Runtime multiplies unsigned activations by signed weights; on
 * x86 processors without VNNI it adds two such products in 16 bits, which saturate at 32,767 (255 × 127 × 2 is 64,770), so
 * the same model may answer otherwise than on a processor with VNNI. Other architectures widen first.
 */
final class Int8Kernels {
    /** Operators that make ONNX Runtime compute in integers; DequantizeLinear alone only stores weights small. */
    private static final Pattern INTEGER_OPERATORS = Pattern.compile(
            "(.*[.:])?(QuantizeLinear|DynamicQuantize.*|MatMulInteger.*|ConvInteger|QLinear.*|QGemm|QAttention)");

    private static final String REMEDY = "quantise with reduce_range (7-bit weights) or with unsigned weights (u8u8)";

    private final Set<String> flags;
    private final boolean x86;

    private Int8Kernels(Set<String> flags, String architecture) {
        this.flags = flags;
        this.x86 = architecture.equals("amd64") || architecture.equals("x86_64");
    }

    /**
     * What the {@code flags} of the first processor in {@code cpuinfo} of this procfs say.
     *
     * @param architecture as {@code os.arch} names it
     */
    static Int8Kernels of(Path procRoot, String architecture) {
        return new Int8Kernels(flags(procRoot), architecture);
    }

    private static Set<String> flags(Path procRoot) {
        try (var lines = Files.lines(procRoot.resolve("cpuinfo"))) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Set.copyOf(new HashSet<>(Arrays.asList(line.split("\\s+", -1)))))
                    .orElse(Set.of());
        } catch (IOException e) {
            return Set.of();
        }
    }

    /** What there is to say of a model on this processor; empty where its answers are exact or it has no such layers. */
    Optional<Finding> finding(ModelFacts model, Configuration configuration) {
        boolean signedWeights = model.weightElements().getOrDefault(ElementType.INT8, 0L) > 0;
        boolean integers = model.operators().keySet().stream()
                .anyMatch(name -> INTEGER_OPERATORS.matcher(name).matches());
        if (!configuration.provider().equals(ProviderId.CPU) || !signedWeights || !integers || !x86) {
            return Optional.empty();
        }
        if (flags.isEmpty()) {
            return Optional.of(new Finding(
                    "int8-unknown",
                    Severity.NOTE,
                    "whether this processor has VNNI is not known: without it 8-bit products of ONNX Runtime may"
                            + " saturate and answers differ",
                    REMEDY));
        }
        if (flags.contains("avx512_vnni") || flags.contains("avx_vnni")) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "int8-saturation",
                Severity.WARNING,
                "this processor has no VNNI: 8-bit products of ONNX Runtime may saturate, so answers can differ from"
                        + " those on other processors",
                REMEDY));
    }
}
