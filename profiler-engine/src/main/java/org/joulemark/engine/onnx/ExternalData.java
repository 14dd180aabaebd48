package org.joulemark.engine.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.joulemark.engine.model.ExternalFile;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Files beside a model that hold its weights; they must lie in the model's own folder. */
final class ExternalData {
    private ExternalData() {}

    static List<ExternalFile> of(Path model, Collection<@Nullable String> locations) throws UserError, IOException {
        SortedSet<String> names = new TreeSet<>();
        for (String location : locations) {
            if (location != null) {
                names.add(location);
            }
        }
        List<ExternalFile> files = new ArrayList<>();
        Path folder = model.toRealPath().getParent();
        for (String name : names) {
            Path file = inside(model, folder, name);
            files.add(new ExternalFile(name, Files.size(file), Hashes.ofFile(file)));
        }
        return List.copyOf(files);
    }

    private static Path inside(Path model, @Nullable Path folder, String name) throws UserError, IOException {
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
