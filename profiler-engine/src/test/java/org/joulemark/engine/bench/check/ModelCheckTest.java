package org.joulemark.engine.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.ModelBytes;
import org.joulemark.engine.bench.WorkerProcesses;
import org.joulemark.engine.bench.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
    @TempDir
    Path folder;

    private static List<CheckResult> check(List<Path> models) throws InterruptedException {
        List<CheckResult> results = new ArrayList<>();
        new ModelCheck(new WorkerProcesses(), Workers.settings(3, 2048), Map.of(), null, null)
                .check(models, results::add);
        return results;
    }

    private Path withReference(String name, float... expected) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        Path set = Files.createDirectory(home.resolve("test_data_set_0"));
        Files.write(set.resolve("input_0.pb"), ModelBytes.floats(1, 2));
        Files.write(set.resolve("output_0.pb"), ModelBytes.floats(expected));
        return ModelBytes.doubling(home.resolve("model.onnx"));
    }

    private static CheckResult of(List<CheckResult> results, Path model) {
        return results.stream()
                .filter(result -> result.path().equals(model.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void referencesBesideAModelDecide() throws Exception {
        Path right = withReference("right", 2, 4);
        Path wrong = withReference("wrong", 2, 4.5f);
        List<CheckResult> results = check(List.of(right, wrong));

        assertThat(of(results, right).status()).isEqualTo(CheckResult.Status.OK);
        assertThat(of(results, right).largestDifference()).isZero();
        assertThat(of(results, wrong).status()).isEqualTo(CheckResult.Status.WRONG_OUTPUT);
        assertThat(of(results, wrong).largestDifference()).isEqualTo(0.5);
        assertThat(of(results, wrong).status().text()).isEqualTo("wrong_output");
    }

    @Test
    void aCrashAHangAndRubbishCostTheirOwnLinesOnly() throws Exception {
        List<Path> models = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            models.add(ModelBytes.doubling(folder.resolve("good-" + i + ".onnx")));
        }
        Path crash = ModelBytes.crashing(folder.resolve("crash.onnx"));
        Path hang = ModelBytes.endless(folder.resolve("hang.onnx"));
        Path rubbish = Files.write(folder.resolve("rubbish.onnx"), new byte[100]);
        Path nowhere = folder.resolve("nowhere.onnx");
        models.addAll(3, List.of(crash, hang, rubbish, nowhere));

        List<CheckResult> results = check(models);

        assertThat(results).hasSize(24);
        assertThat(results.stream().filter(result -> result.status() == CheckResult.Status.OK))
                .hasSize(20);
        assertThat(of(results, crash).reason()).contains("crashed");
        assertThat(of(results, hang).reason()).contains("no answer within");
        assertThat(of(results, nowhere).reason()).contains("does not exist");
        assertThat(of(results, rubbish).status()).isEqualTo(CheckResult.Status.CANNOT_RUN);
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.reason()).doesNotContain("\n").isNotEmpty());
    }
}
