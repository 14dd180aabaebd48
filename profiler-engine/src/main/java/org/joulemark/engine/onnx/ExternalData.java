package org.joulemark.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joulemark.engine.model.ExternalFile;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Files beside a model that hold its weights; they must lie in the model's own folder. */
final class ExternalData {
    private ExternalData() {}

    static List<ExternalFile> of(Path model, List<Weight> weights) throws UserError, IOException {
        SortedMap<String, Long> needed = new TreeMap<>();
        for (Weight weight : weights) {
            Weight.External external = weight.external();
            if (external != null) {
                needed.merge(external.location(), external.end(), Math::max);
            }
        }
        List<ExternalFile> files = new ArrayList<>();
        Path folder = model.toRealPath().getParent();
        for (Map.Entry<String, Long> entry : needed.entrySet()) {
            Path file = inside(model, folder, entry.getKey());
            if (Files.size(file) < entry.getValue()) {
                throw UserError.usage(
                        "model " + model + " needs " + entry.getValue() + " bytes of its external data file '"
                                + entry.getKey() + "', which has only " + Files.size(file) + "; fetch it again");
            }
            files.add(new ExternalFile(entry.getKey(), Files.size(file), Hashes.ofFile(file)));
        }
        return List.copyOf(files);
    }

    private static Path inside(Path model, @Nullable Path folder, String name) throws UserError, IOException {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw UserError.usage("model " + model + " names external data with control characters, which is refused");
        }
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("[A-Za-z]:.*");
        if (folder == null
                || absolute
                || Path.of(name.replace('\\', '/')).normalize().startsWith("..")) {
            throw outside(model, name);
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw UserError.usage("model " + model + " needs its external data file '" + name
                    + "', which is not beside it; copy it there");
        }
        if (!file.toRealPath().startsWith(folder)) {
            throw outside(model, name);
        }
        return file;
    }

    private static UserError outside(Path model, String name) {
        return UserError.usage("model " + model + " names external data outside its folder ('" + name
                + "'), which is refused; export it again with relative paths");
    }
}
