package org.joulemark.engine.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.joulemark.engine.model.DeclaredBatch;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ValueSpec;
import org.jspecify.annotations.Nullable;

/** The batch size a model leaves no choice about. */
public final class BatchSizes {
    private BatchSizes() {}

    /**
     * Rows a call that the model fixes: the first size of its inputs, or the size its symbol was given. Empty where it
     * is free, or where inputs fix different ones, so that none of them is the batch.
     *
     * @param freeDimensions sizes by symbol
     */
    public static OptionalInt fixed(ModelFacts facts, Map<String, Long> freeDimensions) {
        OptionalInt declared = DeclaredBatch.of(facts.inputs());
        return declared.isPresent() || fixes(facts) ? declared : given(facts, freeDimensions);
    }

    /** The symbol whose given size is the batch of a model that declares none itself; null where there is none. */
    static @Nullable String symbol(ModelFacts facts, Map<String, Long> freeDimensions) {
        return fixes(facts)
                ? null
                : firsts(facts).stream()
                        .map(Dimension::symbol)
                        .filter(symbol -> symbol != null && freeDimensions.containsKey(symbol))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean fixes(ModelFacts facts) {
        return firsts(facts).stream().anyMatch(first -> !first.free());
    }

    private static OptionalInt given(ModelFacts facts, Map<String, Long> freeDimensions) {
        long[] distinct = firsts(facts).stream()
                .mapToLong(first -> given(first, freeDimensions))
                .filter(one -> one > 0 && one <= Integer.MAX_VALUE)
                .distinct()
                .toArray();
        return distinct.length == 1 ? OptionalInt.of((int) distinct[0]) : OptionalInt.empty();
    }

    private static long given(Dimension first, Map<String, Long> freeDimensions) {
        String symbol = first.symbol();
        return symbol == null ? -1 : freeDimensions.getOrDefault(symbol, -1L);
    }

    private static List<Dimension> firsts(ModelFacts facts) {
        return facts.inputs().stream()
                .map(ValueSpec::shape)
                .filter(shape -> shape != null && !shape.isEmpty())
                .map(List::getFirst)
                .toList();
    }
}
