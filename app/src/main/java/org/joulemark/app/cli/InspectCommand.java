package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.DeclaredBatch;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.onnx.ModelInspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a model file is, without running it. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Say what a model file is: inputs, operators, parameters, MACs, identity.")
final class InspectCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "MODEL", description = "ONNX file.")
    private Path model = Path.of("");

    InspectCommand(Workbench workbench, Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UserError {
        ModelFacts facts = ModelInspector.inspect(model);
        if (output.json) {
            console.out().println(RecordJson.canonical(facts));
        } else {
            print(facts);
        }
        return ExitCode.OK;
    }

    private void print(ModelFacts facts) {
        PrintWriter out = console.out();
        out.println("file          " + facts.fileName());
        out.println("size          %,d bytes%s".formatted(facts.sizeBytes(), external(facts)));
        out.println("identity      sha256 " + facts.id());
        out.println("structure     sha256 " + facts.structuralHash());
        out.println("format        ONNX IR " + facts.irVersion() + ", opset " + join(facts.opsets()));
        out.println("producer      " + (facts.producer().isEmpty() ? "not stated" : facts.producer()));
        facts.inputs().forEach(input -> out.println("input         " + input.name() + "  " + input.typeText()));
        facts.outputs().forEach(value -> out.println("output        " + value.name() + "  " + value.typeText()));
        out.println("operators     " + join(facts.operators()));
        out.println("weights       " + join(facts.weightElements()) + " (elements by type)");
        Long parameters = facts.parameters();
        Long macs = facts.macs();
        out.println("parameters    " + (parameters == null ? "not countable" : "%,d".formatted(parameters)));
        out.println("MACs          " + (macs == null ? "not countable" : "%,d".formatted(macs))
                + (facts.macsNote().isEmpty() ? "" : " (" + facts.macsNote() + ")"));
        out.println(
                "              one inference, " + row(facts) + "; a fused multiply-add is 1; Conv, Gemm, MatMul only");
    }

    private static String row(ModelFacts facts) {
        int rows = DeclaredBatch.of(facts.inputs()).orElse(1);
        return rows == 1 ? "a row" : "a row of the " + rows + " the model takes a call";
    }

    private static String external(ModelFacts facts) {
        return facts.externalFiles().isEmpty()
                ? ""
                : ", of it in "
                        + facts.externalFiles().stream()
                                .map(file -> file.location())
                                .collect(Collectors.joining(", "));
    }

    private static String join(Map<?, ?> map) {
        return map.isEmpty()
                ? "none"
                : map.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
