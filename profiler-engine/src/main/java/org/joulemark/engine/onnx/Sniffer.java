package org.joulemark.engine.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.joulemark.engine.model.UserError;

/** Tells files that are no models apart by their first bytes, so that the user reads what they really gave. */
final class Sniffer {
    private static final String LFS = "version https://git-lfs";

    private Sniffer() {}

    static void check(Path file) throws UserError {
        if (!Files.exists(file)) {
            throw UserError.usage("model " + file + " does not exist");
        }
        if (Files.isDirectory(file)) {
            throw UserError.usage("model " + file + " is a folder; give the .onnx file in it");
        }
        byte[] head = head(file);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (head.length == 0) {
            throw UserError.usage("model " + file + " is empty (0 bytes); fetch it again");
        }
        String what = what(text, head);
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

    private static String what(String text, byte[] head) {
        if (text.startsWith(LFS)) {
            return "a Git LFS pointer, not the model itself; run: git lfs pull";
        }
        if (text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html).*")) {
            return "a web page (HTML), not a model; the download went wrong";
        }
        if (text.startsWith("PK\3\4")) {
            return "a zip archive (or .npz); unpack it and give the .onnx file";
        }
        if (head.length > 1 && head[0] == 0x1F && (head[1] & 0xFF) == 0x8B) {
            return "gzip-compressed; unpack it first";
        }
        if (text.length() >= 8 && text.startsWith("ORTM", 4)) {
            return "in ORT format (.ort); give the .onnx file it was made from";
        }
        return "";
    }
}
