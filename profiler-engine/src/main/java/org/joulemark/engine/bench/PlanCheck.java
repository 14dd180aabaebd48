package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/** Options that no model or no machine could follow, said before anything runs. */
public final class PlanCheck {
    /** More threads than this many a logical processor only wait for each other. */
    private static final int THREADS_PER_PROCESSOR = 4;

    private PlanCheck() {}

    /**
     * Checks that every size is for a dimension some model has.
     *
     * @param sizes sizes by name, as the user gave them
     * @param models the models they are meant for
     * @throws UserError naming the dimensions there are
     */
    public static void dimensions(Map<String, Long> sizes, List<ModelFacts> models) throws UserError {
        Set<String> known = new TreeSet<>();
        for (ModelFacts model : models) {
            known.addAll(symbols(model));
        }
        for (Map.Entry<String, Long> size : sizes.entrySet()) {
            if (!known.contains(size.getKey())) {
                throw UserError.usage("--dim " + size.getKey() + "=" + size.getValue()
                        + ": no input of the models has a free dimension of that name; "
                        + (known.isEmpty() ? "they have none with a name" : "there are " + String.join(", ", known)));
            }
            // Before its first token a language model has no past.
            int least = size.getKey().startsWith("past") ? 0 : 1;
            if (size.getValue() < least || size.getValue() > Integer.MAX_VALUE) {
                throw UserError.usage("--dim " + size.getKey() + "=" + size.getValue() + ": a size is from " + least
                        + " to " + Integer.MAX_VALUE);
            }
        }
    }

    /** Names of the free dimensions of a model's inputs. */
    public static Set<String> symbols(ModelFacts model) {
        return symbols(model.inputs());
    }

    static Set<String> symbols(List<ValueSpec> inputs) {
        Set<String> symbols = new TreeSet<>();
        for (ValueSpec input : inputs) {
            List<Dimension> shape = input.shape();
            for (Dimension dimension : shape == null ? List.<Dimension>of() : shape) {
                String symbol = dimension.symbol();
                if (symbol != null) {
                    symbols.add(symbol);
                }
            }
        }
        return symbols;
    }

    /**
     * Checks that a model can take so many rows a call.
     *
     * @param model its path
     * @param facts what it declares
     * @param batch rows a call
     * @param sizes sizes by name, as the user gave them
     * @throws UserError saying who fixes another number: the model, or a size that was given
     */
    static void batch(String model, ModelFacts facts, int batch, Map<String, Long> sizes) throws UserError {
        OptionalInt fixed = BatchSizes.fixed(facts, sizes);
        if (fixed.isEmpty() || fixed.getAsInt() == batch) {
            return;
        }
        int rows = fixed.getAsInt();
        String symbol = BatchSizes.symbol(facts, sizes);
        if (symbol != null) {
            throw UserError.usage("--dim " + symbol + "=" + rows + " and --batch " + batch + " contradict each other: "
                    + symbol + " is the number of rows a call of model " + model + "; give one of them");
        }
        throw UserError.usage("model " + model + " has the fixed batch size " + rows + " (inputs: "
                + facts.inputs().stream()
                        .map(input -> input.name() + " " + input.typeText())
                        .collect(Collectors.joining(", "))
                + "); run it with --batch " + rows + ", not " + batch);
    }

    static void threads(BenchPlan plan, int logicalProcessors) throws UserError {
        int limit = THREADS_PER_PROCESSOR * Math.max(1, logicalProcessors);
        for (Configuration configuration : plan.configurations()) {
            if (configuration.intraOpThreads() > limit) {
                throw UserError.usage("--threads " + configuration.intraOpThreads() + ": this machine has "
                        + logicalProcessors + " logical processors; give 1 to " + limit);
            }
        }
    }

    /** Whether a provider works is only known by trying; that of the bundled CPU build always does, and is not tried. */
    static void providers(BenchPlan plan, BenchEnvironment environment) throws UserError {
        List<Configuration> wanted = plan.configurations().stream()
                .filter(configuration -> !configuration.provider().equals(ProviderId.CPU))
                .toList();
        String ortHome = plan.ortHome();
        if (ortHome != null) {
            NativeCache.of(Path.of(ortHome));
        }
        if (wanted.isEmpty()) {
            return;
        }
        WorkerSettings settings = new WorkerSettings(
                environment.cacheFolder(),
                ortHome == null ? null : Path.of(ortHome),
                plan.memoryLimitBytes(),
                plan.hangNanos());
        Map<DeviceId, List<ProviderStatus>> surveys = new HashMap<>();
        for (Configuration configuration : wanted) {
            ProviderId provider = configuration.provider();
            List<ProviderStatus> statuses = surveys.computeIfAbsent(
                    configuration.device(), device -> ProviderSurvey.of(environment.workers(), settings, device));
            if (statuses.stream().noneMatch(status -> status.provider().equals(provider) && status.usable())) {
                throw UserError.usage("provider " + provider + " does not work here: " + reason(statuses, provider));
            }
        }
    }

    private static String reason(List<ProviderStatus> statuses, ProviderId provider) {
        String usable = statuses.stream()
                .filter(ProviderStatus::usable)
                .map(status -> status.provider().value())
                .collect(Collectors.joining(", "));
        // Where no worker starts, the survey only tells why of the first.
        ProviderStatus told = statuses.stream()
                .filter(status -> status.provider().equals(provider))
                .findFirst()
                .orElseGet(statuses::getFirst);
        return told.why()
                + (told.remedy().isEmpty() ? "" : "; " + told.remedy())
                + (usable.isEmpty() ? "" : ", or use --provider " + usable);
    }

    /** The batch size all models can be run with where the user gave none: what they fix, else 1. */
    static int usualBatch(BenchPlan plan, List<ModelFacts> models) throws UserError {
        int usual = 1;
        String fixing = "";
        for (int i = 0; i < models.size(); i++) {
            PlannedModel model = plan.models().get(i);
            int fixed = BatchSizes.fixed(models.get(i), plan.freeDimensions()).orElse(0);
            if (fixed > 0 && !fixing.isEmpty() && fixed != usual) {
                throw UserError.usage("model " + fixing + " takes " + usual + " rows a call and model " + model.path()
                        + " " + fixed + "; measure them in runs of their own");
            }
            if (fixed > 0) {
                usual = fixed;
                fixing = model.path();
            }
        }
        return usual;
    }
}
