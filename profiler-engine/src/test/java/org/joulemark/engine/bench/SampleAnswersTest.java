package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.dataset.EvaluationSets;
import org.joulemark.engine.dataset.Scored;
import org.joulemark.engine.dataset.Scoring;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.onnx.ModelInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bundled models in real workers give the answers their builder measured (packaging/samples/measured.csv). */
class SampleAnswersTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");

    private static Scored scored(String model, String data, int batchSize) throws Exception {
        Path file = SAMPLES.resolve(model + ".onnx");
        ModelFacts facts = ModelInspector.inspect(file);
        EvaluationSet set = EvaluationSets.read(SAMPLES.resolve(data));
        try (InferenceWorker worker = Workers.start(60)) {
            worker.load(Workers.request(file));
            worker.feed(set.bind(model, facts, batchSize).tensors(), batchSize);
            List<OutputValue> outputs = worker.evaluate();
            return Scoring.score(set, outputs);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "digits-v1-baseline, digits-test.npz, 595",
        "digits-v2-fp16, digits-test.npz, 595",
        "digits-v4-pruned, digits-test.npz, 593",
        "digits-v5-distilled, digits-test.npz, 585",
        "tumour-v1-mlp, tumour-test.npz, 180",
        "tumour-v2-logistic, tumour-test.npz, 184",
        "iris-v1-forest, iris-test.npz, 46",
        "iris-v1-forest, iris-test.csv, 46",
        "iris-v2-logistic, iris-test.npz, 47"
    })
    void classifiersGetExactlyTheMeasuredCountsRight(String model, String data, long correct) throws Exception {
        assertThat(scored(model, data, 1).correct()).isEqualTo(correct);
    }

    /** One row hangs on whether the processor's 8-bit products saturate: 596 with VNNI, 595 without. */
    @Test
    void theInt8ModelGetsTheCountOfOneOrTheOtherKindOfProcessor() throws Exception {
        Scored int8 = scored("digits-v3-int8", "digits-test.npz", 1);
        Scored baseline = scored("digits-v1-baseline", "digits-test.npz", 1);

        assertThat(int8.correct()).isIn(595L, 596L);
        long others = IntStream.range(0, 600)
                .filter(row -> int8.predictions().predicted(row)
                        != baseline.predictions().predicted(row))
                .count();
        assertThat(others).isBetween(1L, 2L);
    }

    @Test
    void theLastBatchThatIsNotFullCountsEveryRowOnce() throws Exception {
        Scored single = scored("digits-v5-distilled", "digits-test.npz", 1);
        Scored batched = scored("digits-v5-distilled", "digits-test.npz", 32);

        assertThat(batched.correct()).isEqualTo(585);
        assertThat(batched.predictions()).isEqualTo(single.predictions());
    }

    @ParameterizedTest
    @CsvSource({"wine-v1-mlp, 0.4480, 0.5961, 0.4431", "wine-v2-linear, 0.4689, 0.5982, 0.4392"})
    void regressionsGiveTheMeasuredErrors(String model, double mae, double rmse, double r2) throws Exception {
        Scored scored = scored(model, "wine-test.npz", 1);

        assertThat(value(scored, "mae")).isCloseTo(mae, within(5e-5));
        assertThat(value(scored, "rmse")).isCloseTo(rmse, within(5e-5));
        assertThat(value(scored, "r2")).isCloseTo(r2, within(5e-5));
    }

    private static double value(Scored scored, String name) {
        return scored.scores().get(name) instanceof Quantity quantity ? quantity.value() : Double.NaN;
    }
}
