package org.joulemark.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.joulemark.engine.model.UserError;

/** The bundled model family and its evaluation set. */
final class Samples {
    static final List<String> DIGITS = List.of(
            "digits-v1-baseline.onnx",
            "digits-v2-fp16.onnx",
            "digits-v3-int8.onnx",
            "digits-v4-pruned.onnx",
            "digits-v5-distilled.onnx");

    static final String DIGITS_DATA = "digits-test.npz";

    private static final String FOLDER = "/org/joulemark/samples/";

    private Samples() {}

    /** Copies one bundled file into {@code folder} and gives its path. */
    static Path unpack(String name, Path folder) throws UserError {
        try (InputStream in = Samples.class.getResourceAsStream(FOLDER + name)) {
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
