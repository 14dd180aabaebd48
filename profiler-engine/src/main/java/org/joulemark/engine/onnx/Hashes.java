package org.joulemark.engine.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.joulemark.engine.model.ExternalFile;
import org.joulemark.engine.model.ModelId;

/** Identities of files. */
final class Hashes {
    private Hashes() {}

    /** Lower-case hex SHA-256 of a file, streamed. */
    static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Identity of a model. Without external data it is the SHA-256 of the file, as {@code sha256sum} prints it; with
     * external data the SHA-256 of the lines "hash, two blanks, name" of the model (named "model") and of each external
     * file in name order, which is what {@code sha256sum} prints for them.
     */
    static ModelId identity(String modelSha256, List<ExternalFile> external) {
        if (external.isEmpty()) {
            return new ModelId(modelSha256);
        }
        StringBuilder lines = new StringBuilder(modelSha256 + "  model\n");
        external.forEach(file ->
                lines.append(file.sha256()).append("  ").append(file.location()).append('\n'));
        return new ModelId(ofText(lines.toString()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
