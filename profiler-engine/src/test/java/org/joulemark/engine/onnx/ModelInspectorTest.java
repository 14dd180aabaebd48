package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelInspectorTest {
    private static final Path SAMPLES = Path.of("../packaging/samples");

    @TempDir
    Path folder;

    static Stream<CSVRecord> samples() throws IOException {
        try (Reader reader = Files.newBufferedReader(SAMPLES.resolve("samples.csv"))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleModelsHaveTheCountsTheirBuilderWroteDown(CSVRecord sample) throws UserError {
        ModelFacts facts = ModelInspector.inspect(SAMPLES.resolve(sample.get("file")));

        assertThat(facts.sizeBytes()).isEqualTo(Long.parseLong(sample.get("bytes")));
        assertThat(text(facts.parameters())).isEqualTo(sample.get("parameters"));
        assertThat(text(facts.macs())).isEqualTo(sample.get("macs_batch_1"));
        assertThat(facts.irVersion()).isEqualTo(8);
        assertThat(facts.opsets()).containsEntry("ai.onnx", 17L);
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    @Test
    void aRetrainedModelOfTheSameArchitectureHasTheSameStructureAndAnotherIdentity() throws Exception {
        Path v1 = SAMPLES.resolve("digits-v1-baseline.onnx");
        byte[] bytes = Files.readAllBytes(v1);
        bytes[bytes.length / 2] ^= 1;
        Path retrained = Files.write(folder.resolve("retrained.onnx"), bytes);

        assertThat(ModelInspector.inspect(retrained).structuralHash())
                .isEqualTo(ModelInspector.inspect(v1).structuralHash());
        assertThat(ModelInspector.inspect(retrained).id())
                .isNotEqualTo(ModelInspector.inspect(v1).id());
        assertThat(ModelInspector.inspect(SAMPLES.resolve("digits-v5-distilled.onnx"))
                        .structuralHash())
                .isNotEqualTo(ModelInspector.inspect(v1).structuralHash());
    }

    @Test
    void whatIsNoModelIsNamedForWhatItIs() throws IOException {
        assertRefused("", "empty");
        assertRefused("version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS pointer");
        assertRefused("<!DOCTYPE html><html>", "web page");
        assertRefused("PK\3\4 and so on", "zip archive");
        assertRefused("just some text that is no model at all", "not an ONNX model");
        assertThatThrownBy(() -> ModelInspector.inspect(folder.resolve("nowhere.onnx")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> ModelInspector.inspect(folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a folder");
    }

    private void assertRefused(String content, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("given.onnx"), content, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> ModelInspector.inspect(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aTruncatedModelIsNeverTakenForAWholeOne() throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("digits-v5-distilled.onnx"));
        for (int length : List.of(1, 10, 100, 1_000, bytes.length / 2, bytes.length - 1)) {
            Path file = folder.resolve("cut.onnx");
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> ModelInspector.inspect(file)).isInstanceOf(UserError.class);
        }
    }

    @Test
    void damagedModelsEndInOneClearLineOrInFacts() throws IOException {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("wine-v1-mlp.onnx"));
        Path file = folder.resolve("damaged.onnx");
        int refused = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = bytes.clone();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            refused += refusal(file);
        }
        assertThat(refused).isPositive();
    }

    private static int refusal(Path file) {
        try {
            assertThat(ModelInspector.inspect(file).id().value()).hasSize(64);
            return 0;
        } catch (UserError e) {
            assertThat(e.line()).doesNotContain("\n");
            return 1;
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }
}
