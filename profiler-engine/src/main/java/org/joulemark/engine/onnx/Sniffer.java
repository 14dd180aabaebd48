package org.joulemark.engine.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.joulemark.engine.model.UserError;

/** Tells files that are no models apart by their first bytes, so that the user reads what they really gave. */
final class Sniffer {
    private static final List<Known> KNOWN = List.of(
            new Known(0, "version https://git-lfs", "a Git LFS pointer, not the model itself; run: git lfs pull"),
            new Known(
                    0, "PK\3\4", "a zip archive (.zip, .npz or a PyTorch .pt), not an .onnx file; unpack or export it"),
            new Known(0, "\u001F\u008B", "gzip-compressed; unpack it first"),
            new Known(0, "(\u00B5/\u00FD", "zstd-compressed; unpack it first"),
            new Known(0, "\u00FD7zXZ", "xz-compressed; unpack it first"),
            new Known(0, "\u0089HDF", "an HDF5 file (Keras); convert it to ONNX"),
            new Known(0, "GGUF", "a GGUF file; give an .onnx file"),
            new Known(4, "ORTM", "in ORT format (.ort); give the .onnx file it was made from"),
            new Known(4, "TFL3", "a TensorFlow Lite model; convert it to ONNX"));

    private Sniffer() {}

    static void check(Path file) throws UserError {
        if (!Files.exists(file)) {
            throw UserError.usage("model " + file + " does not exist");
        }
        if (Files.isDirectory(file)) {
            throw UserError.usage("model " + file + " is a folder; give the .onnx file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw UserError.usage("model " + file + " is no regular file; give the .onnx file itself");
        }
        byte[] head = head(file);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            throw UserError.usage("model " + file + " is empty (0 bytes); fetch it again");
        }
        String what = what(text);
        if (!what.isEmpty()) {
            throw UserError.usage("model " + file + " is " + what);
        }
    }

    private static byte[] head(Path file) throws UserError {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "model " + file + " cannot be read: " + UserError.reason(e), e);
        }
    }

    private static String what(String text) {
        if (text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html).*")) {
            return "a web page (HTML), not a model; the download went wrong";
        }
        return KNOWN.stream()
                .filter(known -> text.startsWith(known.bytes(), known.at()))
                .map(Known::words)
                .findFirst()
                .orElse("");
    }

    /**
     * A format that is taken for a model now and then.
     *
     * @param at where its mark lies
     * @param bytes its mark, one character a byte
     * @param words what it is and what to do
     */
    private record Known(int at, String bytes, String words) {}
}
