package org.joulemark.engine.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.joulemark.engine.model.ExternalFile;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.UserError;
import org.joulemark.onnx.proto.Onnx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalDataTest {
    @TempDir
    Path folder;

    private Path model(String location, boolean inNode) throws IOException {
        Onnx.TensorProto.Builder weight = Onnx.TensorProto.newBuilder()
                .setName("w")
                .setDataType(Graphs.FLOAT)
                .addDims(6)
                .addDims(4)
                .setDataLocation(Onnx.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", location))
                .addExternalData(entry("offset", "8"));
        Onnx.GraphProto.Builder graph =
                Onnx.GraphProto.newBuilder().addInput(Graphs.value("x", Graphs.FLOAT, "batch", 6));
        if (inNode) {
            graph.addNode(Graphs.node("Constant", "", "w", Graphs.tensor("value", weight.build())));
        } else {
            graph.addInitializer(weight);
        }
        graph.addNode(Graphs.node("MatMul", "x w", "y"));
        Path models = Files.createDirectories(folder.resolve("models"));
        return Files.write(models.resolve("model.onnx"), Graphs.model(graph).toByteArray());
    }

    private static Onnx.StringStringEntryProto entry(String key, String value) {
        return Onnx.StringStringEntryProto.newBuilder()
                .setKey(key)
                .setValue(value)
                .build();
    }

    @Test
    void filesBesideTheModelBelongToItsSizeAndIdentity() throws Exception {
        Path model = model("weights.bin", false);
        Path data = Files.write(model.resolveSibling("weights.bin"), new byte[8 + 4 * 24]);

        ModelFacts facts = ModelInspector.inspect(model);
        assertThat(facts.externalFiles()).extracting(ExternalFile::location).containsExactly("weights.bin");
        assertThat(facts.sizeBytes()).isEqualTo(Files.size(model) + Files.size(data));
        assertThat(facts.parameters()).isEqualTo(24);
        assertThat(facts.macs()).isEqualTo(24);
        String lines =
                sha256(Files.readAllBytes(model)) + "  model\n" + sha256(Files.readAllBytes(data)) + "  weights.bin\n";
        assertThat(facts.id().value()).isEqualTo(sha256(lines.getBytes(StandardCharsets.UTF_8)));

        Files.write(data, new byte[4 * 24 + 9]);
        assertThat(ModelInspector.inspect(model).id()).isNotEqualTo(facts.id());
        assertThat(ModelInspector.inspect(model).structuralHash()).isEqualTo(facts.structuralHash());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void whatLiesOutsideTheFolderIsRefusedWhereverItIsNamed() throws IOException {
        Files.write(folder.resolve("outside.bin"), new byte[1000]);
        for (boolean inNode : new boolean[] {true, false}) {
            for (String location : new String[] {
                "../outside.bin",
                folder.resolve("outside.bin").toString(),
                "sub/../../outside.bin",
                "..\\outside.bin",
                "C:\\outside.bin",
                "\\\\server\\outside.bin"
            }) {
                assertRefused(model(location, inNode), "outside its folder");
            }
            assertRefused(model("a\0b", inNode), "control characters");
        }
    }

    @Test
    void aLinkThatLeadsOutsideIsRefused() throws IOException {
        Path outside = Files.write(folder.resolve("outside.bin"), new byte[1000]);
        Path model = model("link.bin", false);
        Files.createSymbolicLink(model.resolveSibling("link.bin"), outside);

        assertRefused(model, "outside its folder");
    }

    @Test
    void aMissingOrShortFileIsSaidToBeSo() throws IOException {
        Path model = model("weights.bin", false);
        assertRefused(model, "'weights.bin', which is not beside it");

        Files.write(model.resolveSibling("weights.bin"), new byte[8 + 4 * 24 - 1]);
        assertRefused(model, "needs 104 bytes");
    }

    private static void assertRefused(Path model, String words) {
        assertThatThrownBy(() -> ModelInspector.inspect(model))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }
}
