package org.joulemark.engine.bench.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.joulemark.engine.bench.GeneratedInputs;
import org.joulemark.engine.bench.InferenceWorker;
import org.joulemark.engine.bench.LoadRequest;
import org.joulemark.engine.bench.WorkerException;
import org.joulemark.engine.bench.WorkerFactory;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;
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

    /** Checks all models; {@code each} hears every result once, one at a time, in the order they come. */
    public void check(List<Path> models, Consumer<CheckResult> each) throws InterruptedException {
        ConcurrentLinkedQueue<Path> queue = new ConcurrentLinkedQueue<>(models);
        Object turn = new Object();
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < Math.min(LANES, models.size()); i++) {
            lanes.add(Thread.ofPlatform()
                    .name("check-" + i)
                    .start(() -> lane(queue, result -> {
                        synchronized (turn) {
                            each.accept(result);
                        }
                    })));
        }
        for (Thread lane : lanes) {
            lane.join();
        }
    }

    private void lane(ConcurrentLinkedQueue<Path> queue, Consumer<CheckResult> each) {
        InferenceWorker worker = null;
        for (Path model = queue.poll(); model != null; model = queue.poll()) {
            try {
                ModelFacts facts = ModelInspector.inspect(model);
                worker = worker == null ? workers.start(settings) : worker;
                each.accept(check(worker, model, facts));
            } catch (UserError e) {
                each.accept(CheckResult.cannotRun(model.toString(), e.line()));
            } catch (WorkerException e) {
                each.accept(CheckResult.cannotRun(model.toString(), e.failure().message()));
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
        worker.load(new LoadRequest(model, ProviderId.CPU, 0, 1, freeDimensions, true));
        EvaluationSet rows = data;
        if (rows != null) {
            worker.feed(rows.inputsFor(path, facts.inputs()), batch(facts));
            worker.evaluate();
            return new CheckResult(path, CheckResult.Status.OK, "ran all " + rows.rows() + " rows", -1);
        }
        Path folder = references;
        List<TestCase> cases = folder == null ? TestCases.beside(model, facts) : TestCases.in(folder, facts);
        if (cases.isEmpty()) {
            worker.feed(new GeneratedInputs(freeDimensions, 1, 0).of(path, facts.inputs()), 0);
            return new CheckResult(
                    path, CheckResult.Status.OK, "ran once on made-up inputs; no reference beside it", -1);
        }
        return compare(worker, path, cases);
    }

    private static int batch(ModelFacts facts) {
        for (ValueSpec input : facts.inputs()) {
            List<Dimension> shape = input.shape();
            if (shape != null && !shape.isEmpty() && !shape.getFirst().free()) {
                return (int) shape.getFirst().size();
            }
        }
        return 1;
    }

    private static CheckResult compare(InferenceWorker worker, String path, List<TestCase> cases)
            throws WorkerException {
        double largest = -1;
        int compared = 0;
        String words = "";
        for (TestCase one : cases) {
            List<TensorData> inputs = one.inputs();
            worker.feed(inputs, 0);
            OutputComparison comparison = OutputComparison.of(one.expected(), worker.evaluate());
            largest = Math.max(largest, comparison.largestDifference());
            compared += comparison.compared();
            if (!comparison.right()) {
                return new CheckResult(
                        path, CheckResult.Status.WRONG_OUTPUT, one.name() + ": " + comparison.words(), largest);
            }
            words = comparison.words().isEmpty() ? words : "; " + comparison.words();
        }
        String what = compared + " outputs of " + cases.size() + " reference sets agree" + words;
        return new CheckResult(path, CheckResult.Status.OK, what, largest);
    }
}
