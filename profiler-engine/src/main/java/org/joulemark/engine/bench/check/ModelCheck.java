package org.joulemark.engine.bench.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.engine.bench.BatchSizes;
import org.joulemark.engine.bench.GeneratedInputs;
import org.joulemark.engine.bench.InferenceWorker;
import org.joulemark.engine.bench.LoadRequest;
import org.joulemark.engine.bench.MadeUpSizes;
import org.joulemark.engine.bench.PlanCheck;
import org.joulemark.engine.bench.WorkerException;
import org.joulemark.engine.bench.WorkerFactory;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.dataset.BoundInputs;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.Scored;
import org.joulemark.engine.dataset.Scoring;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.onnx.ModelInspector;
import org.joulemark.engine.onnx.TestCase;
import org.joulemark.engine.onnx.TestCases;
import org.jspecify.annotations.Nullable;

/**
 * Loads and runs each model once. A worker serves many models, so that hundreds take seconds; one that crashes or hangs
 * costs the line of its model, and a fresh one takes the next.
 */
public final class ModelCheck {
    private static final int LANES = 2;

    private final WorkerFactory workers;
    private final WorkerSettings settings;
    private final Map<String, Long> freeDimensions;
    private final @Nullable EvaluationSet data;
    private final @Nullable Path references;

    /**
     * A check.
     *
     * @param workers starts workers
     * @param settings memory limit and time a model may take
     * @param freeDimensions sizes by symbol; others are 1
     * @param data rows to run instead of made-up ones, or null
     * @param references folder of {@code test_data_set_N} to compare with; null for those beside each model
     */
    public ModelCheck(
            WorkerFactory workers,
            WorkerSettings settings,
            Map<String, Long> freeDimensions,
            @Nullable EvaluationSet data,
            @Nullable Path references) {
        this.workers = workers;
        this.settings = settings;
        this.freeDimensions = Map.copyOf(freeDimensions);
        this.data = data;
        this.references = references;
    }

    /**
     * Checks all models; {@code each} hears every result once, one at a time, in the order of the models.
     *
     * @throws UserError if a size was given for a dimension that no model has
     */
    public void check(List<Path> models, Consumer<CheckResult> each) throws InterruptedException, UserError {
        checkDimensions(models);
        ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
        for (int place = 0; place < models.size(); place++) {
            queue.add(place);
        }
        InOrder ordered = new InOrder(each);
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < Math.min(LANES, models.size()); i++) {
            lanes.add(Thread.ofPlatform().name("check-" + i).start(() -> lane(models, queue, ordered)));
        }
        for (Thread lane : lanes) {
            lane.join();
        }
    }

    private void checkDimensions(List<Path> models) throws UserError {
        if (freeDimensions.isEmpty()) {
            return;
        }
        List<ModelFacts> readable = new ArrayList<>();
        for (Path model : models) {
            inspected(model).ifPresent(readable::add);
        }
        PlanCheck.dimensions(freeDimensions, readable);
    }

    /** Empty for a file that is no model: its own line will say so. */
    private static Optional<ModelFacts> inspected(Path model) {
        try {
            return Optional.of(ModelInspector.inspect(model));
        } catch (UserError e) {
            return Optional.empty();
        }
    }

    private void lane(List<Path> models, ConcurrentLinkedQueue<Integer> queue, InOrder ordered) {
        InferenceWorker worker = null;
        for (Integer place = queue.poll(); place != null; place = queue.poll()) {
            Path model = models.get(place);
            try {
                ModelFacts facts = ModelInspector.inspect(model);
                worker = worker == null ? workers.start(settings) : worker;
                ordered.take(place, check(worker, model, facts));
            } catch (UserError e) {
                ordered.take(place, CheckResult.cannotRun(model.toString(), e.line()));
            } catch (WorkerException e) {
                ordered.take(
                        place,
                        CheckResult.cannotRun(model.toString(), e.failure().message()));
                worker = survivor(worker, e);
            }
        }
        if (worker != null) {
            worker.close();
        }
    }

    /** The worker that said no to a model is well; one that crashed, hung or grew is not. */
    private static @Nullable InferenceWorker survivor(@Nullable InferenceWorker worker, WorkerException e) {
        boolean well = switch (e.failure().kind()) {
            case "refused", "error" -> true;
            default -> false;
        };
        if (worker != null && !well) {
            worker.close();
            return null;
        }
        return worker;
    }

    private CheckResult check(InferenceWorker worker, Path model, ModelFacts facts) throws WorkerException, UserError {
        String path = model.toString();
        EvaluationSet rows = data;
        int batch = BatchSizes.fixed(facts, freeDimensions).orElse(1);
        LoadRequest request = new LoadRequest(model, ProviderId.CPU, 0, 1, known(facts), true);
        if (rows != null) {
            return onRows(worker, request, facts, rows, batch);
        }
        worker.load(request);
        Path folder = references;
        if (folder != null) {
            List<TestCase> cases = TestCases.elsewhere(folder, model, facts);
            return cases.isEmpty()
                    ? CheckResult.dataFault(path, nothingIn(folder, model))
                    : compare(worker, path, cases);
        }
        List<TestCase> cases = TestCases.beside(model, facts);
        if (cases.isEmpty()) {
            GeneratedInputs.Taken taken = GeneratedInputs.feed(
                    worker,
                    new GeneratedInputs(freeDimensions, batch, 0).of(path, facts.inputs()),
                    MadeUpSizes.hint(freeDimensions, facts));
            String how = taken.zeroed() ? " (its integers all 0, others were refused)" : "";
            return answered(
                    path,
                    "ran once on made-up inputs" + how + "; no reference beside it",
                    findings(taken.fed().notNumbers()));
        }
        return compare(worker, path, cases);
    }

    /** Data that do not suit the model are no fault of the model, and are refused before it is loaded. */
    private static CheckResult onRows(
            InferenceWorker worker, LoadRequest request, ModelFacts facts, EvaluationSet rows, int batch)
            throws WorkerException {
        String path = request.model().toString();
        try {
            BoundInputs bound = rows.bind(path, facts, batch);
            worker.load(request);
            worker.feed(bound.tensors(), batch);
            return ran(path, rows, bound, worker.evaluate());
        } catch (UserError e) {
            return CheckResult.dataFault(path, e.line());
        }
    }

    private static String nothingIn(Path folder, Path model) {
        String name = String.valueOf(model.getFileName()).replaceFirst("\\.[^.]*$", "");
        return "data " + folder + " holds nothing to compare it with: no folder test_data_set_0 with input_0.pb and"
                + " output_0.pb, and no " + name + "_output_0.pb";
    }

    /** Of the sizes given for all models those that this one has. */
    private Map<String, Long> known(ModelFacts facts) {
        Set<String> symbols = PlanCheck.symbols(facts);
        return freeDimensions.entrySet().stream()
                .filter(size -> symbols.contains(size.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Answers that are not numbers, or none of which is a label, are no reason to call a model right. */
    private static CheckResult ran(String path, EvaluationSet rows, BoundInputs bound, List<OutputValue> outputs)
            throws UserError {
        String words = "ran all " + rows.rows() + " rows";
        List<Finding> findings = findings(NotNumbers.in(outputs));
        if (rows.labelled()) {
            Scored scored = Scoring.score(rows, outputs);
            Long correct = scored.correct();
            words += correct == null ? ", scored as values" : ", " + correct + " right";
            findings.addAll(0, scored.findings());
        }
        findings.addAll(rows.findings());
        findings.addAll(rows.ignored(bound.arrays()));
        findings.addAll(bound.findings());
        return answered(path, words, findings);
    }

    private static List<Finding> findings(List<NotNumbers> notNumbers) {
        return notNumbers.stream().map(NotNumbers::finding).collect(Collectors.toCollection(ArrayList::new));
    }

    private static CheckResult answered(String path, String words, List<Finding> findings) {
        boolean doubtful = findings.stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
        String all = Stream.concat(Stream.of(words), findings.stream().map(Finding::text))
                .collect(Collectors.joining("; "));
        return new CheckResult(path, doubtful ? CheckResult.Status.WRONG_OUTPUT : CheckResult.Status.OK, all, -1);
    }

    private static CheckResult compare(InferenceWorker worker, String path, List<TestCase> cases)
            throws WorkerException {
        double largest = -1;
        int compared = 0;
        Set<String> skipped = new LinkedHashSet<>();
        for (TestCase one : cases) {
            List<TensorData> inputs = one.inputs();
            worker.feed(inputs, 0);
            List<OutputValue> outputs = worker.evaluate();
            OutputComparison comparison = OutputComparison.of(one.expected(), outputs);
            largest = Math.max(largest, comparison.largestDifference());
            compared += comparison.compared();
            if (!comparison.right()) {
                return new CheckResult(
                        path, CheckResult.Status.WRONG_OUTPUT, one.name() + ": " + comparison.words(), largest);
            }
            skipped.add(comparison.words());
            findings(NotNumbers.in(outputs)).forEach(finding -> skipped.add(finding.text()));
        }
        skipped.remove("");
        return new CheckResult(path, CheckResult.Status.OK, agreed(compared, cases.size(), skipped), largest);
    }

    private static String agreed(int compared, int sets, Set<String> skipped) {
        String inSets = sets == 1 ? "the reference set" : "the " + sets + " reference sets";
        String not = String.join("; ", skipped);
        if (compared == 0) {
            return "ran on " + inSets + ", but nothing could be compared"
                    + (not.isEmpty() ? ": no outputs there" : ": " + not);
        }
        String what =
                compared == 1 ? "the output in " + inSets + " agrees" : compared + " outputs in " + inSets + " agree";
        return what + (not.isEmpty() ? "" : "; " + not);
    }
}
