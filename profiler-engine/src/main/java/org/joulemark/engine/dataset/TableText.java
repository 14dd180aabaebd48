package org.joulemark.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.joulemark.engine.model.UserError;

/** The text of a table: UTF-8, or what its byte order mark says. */
final class TableText {
    private static final long MAX_BYTES = 256L << 20;

    private TableText() {}

    /** The text without a byte order mark. @throws UserError in one line if the file is no text, or too large */
    static String read(Path file) throws UserError {
        byte[] bytes = bytes(file);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (startsWith(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        ByteBuffer rest = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        try {
            String text = charset.newDecoder().decode(rest).toString();
            if (text.indexOf('\0') >= 0) {
                throw UserError.usage("data " + file + " holds zero bytes: it is binary, or UTF-16 without a byte order"
                        + " mark; save the table as text in UTF-8");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "data " + file + " is no text in " + charset + " (byte " + rest.position()
                            + " does not fit); save the table as text in UTF-8",
                    e);
        }
    }

    private static byte[] bytes(Path file) throws UserError {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw UserError.usage("data " + file + " is larger than " + (MAX_BYTES >> 20)
                        + " MiB, too much for a text table; save it as .npz");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + file + " cannot be read: " + UserError.reason(e), e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
