package org.joulemark.app.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.TypeConversionException;

/** Says in one line why a text is not the path of a file. */
final class UnusablePath {
    /** What the Java runtime puts where a byte means nothing in its locale. */
    private static final char UNKNOWN = '\uFFFD';

    private UnusablePath() {}

    /** The path an argument names. */
    static Path argument(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("'" + text + "' is no name of a file");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(words(e));
        }
    }

    /** What is wrong with it and what to do. */
    static String words(InvalidPathException e) {
        return words(e, System.getProperty("sun.jnu.encoding", ""));
    }

    /** The same, for a runtime that names files in {@code encoding}. */
    static String words(InvalidPathException e, String encoding) {
        String start = "'" + e.getInput() + "' cannot be the name of a file: ";
        return carries(encoding, e.getInput())
                ? start + e.getReason()
                : start + "the locale this program was started in (character set " + encoding
                        + ") does not know its characters; start it with LC_ALL=C.UTF-8";
    }

    private static boolean carries(String encoding, String name) {
        try {
            Charset charset = Charset.forName(encoding);
            return charset.equals(StandardCharsets.UTF_8)
                    || (name.indexOf(UNKNOWN) < 0 && charset.newEncoder().canEncode(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return true;
        }
    }
}
