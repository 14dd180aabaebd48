package org.joulemark.engine.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ValueSpec;

/**
 * Sizes of free dimensions that nobody gave: 1 each, except where a name says that it is a sum, as exporters of language
 * models write it: {@code past_sequence_length + sequence_length}, or {@code total_x} where there are {@code past_x} and
 * {@code x}.
 *
 * @param given sizes by symbol
 * @param symbols all symbols of the inputs
 */
public record MadeUpSizes(Map<String, Long> given, Set<String> symbols) {
    private static final String TOTAL = "total_";
    private static final String PAST = "past_";

    static MadeUpSizes of(Map<String, Long> given, List<ValueSpec> inputs) {
        return new MadeUpSizes(given, PlanCheck.symbols(inputs));
    }

    /** What to try where a model refused these sizes; empty where none was made up. */
    public static String hint(Map<String, Long> given, ModelFacts facts) {
        Set<String> madeUp = new TreeSet<>(PlanCheck.symbols(facts));
        madeUp.removeAll(given.keySet());
        return madeUp.isEmpty()
                ? ""
                : "; the made-up sizes of the free dimensions (" + String.join(", ", madeUp)
                        + ") may not fit together: give them with --dim NAME=SIZE";
    }

    /** Size of the dimension of that name, at least 0. */
    public long of(String symbol) {
        Long size = given.get(symbol);
        if (size != null) {
            return size;
        }
        List<String> terms = terms(symbol);
        return terms.size() == 1
                ? symbol.matches("[0-9]{1,9}") ? Long.parseLong(symbol) : 1
                : terms.stream().mapToLong(this::of).sum();
    }

    private List<String> terms(String symbol) {
        List<String> written = List.of(symbol.split("\\s*\\+\\s*", -1));
        String part = symbol.startsWith(TOTAL) ? symbol.substring(TOTAL.length()) : "";
        return written.size() == 1 && symbols.contains(part) && symbols.contains(PAST + part)
                ? List.of(PAST + part, part)
                : written;
    }
}
