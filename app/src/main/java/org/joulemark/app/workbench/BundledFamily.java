package org.joulemark.app.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.UserError;

/** The bundled model family and its evaluation set. */
public final class BundledFamily {
    /** Models of the bundled family, the baseline first. */
    public static final List<String> DIGITS = List.of(
            "digits-v1-baseline.onnx",
            "digits-v2-fp16.onnx",
            "digits-v3-int8.onnx",
            "digits-v4-pruned.onnx",
            "digits-v5-distilled.onnx");

    /** Their evaluation set. */
    public static final String DIGITS_DATA = "digits-test.npz";

    private static final String FOLDER = "/org/joulemark/samples/";

    private BundledFamily() {}

    /** The demonstration: the whole family on the CPU, one thread, three-second windows; files go to {@code folder}. */
    public static BenchPlan plan(Path folder, MachineFingerprint machine) throws UserError {
        List<ModelFile> models = new ArrayList<>();
        for (String file : DIGITS) {
            models.add(PlanDraft.model(unpack(file, folder).toString()));
        }
        Path data = unpack(DIGITS_DATA, folder);
        PlanDraft.Limits limits = new PlanDraft.Limits(PlanDraft.Limits.drawnSeed(), Map.of(), null, 4096, 60);
        return new PlanDraft(models, data, DeviceId.CPU.text(), "demo", List.of(), List.of(1), List.of(1), limits)
                .plan(machine);
    }

    /** Copies one bundled file into {@code folder} and gives its path. */
    public static Path unpack(String name, Path folder) throws UserError {
        try (InputStream in = BundledFamily.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw UserError.measurement("this build lacks the sample " + name);
            }
            Files.createDirectories(folder);
            Path target = folder.resolve(name);
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            return target;
        } catch (IOException e) {
            throw new UserError(
                    UserError.Kind.MEASUREMENT,
                    "cannot write " + folder.resolve(name) + ": " + UserError.reason(e) + "; choose a writable folder",
                    e);
        }
    }
}
