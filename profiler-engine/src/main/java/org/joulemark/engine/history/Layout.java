package org.joulemark.engine.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Identity and version of the file's layout, and the numbered scripts that make it. */
final class Layout {
    /** "JMLK", in the file's header (https://sqlite.org/fileformat2.html, offset 68). */
    static final int APPLICATION_ID = 0x4A4D4C4B;

    /** Number of this layout: the last of the numbered scripts. */
    static final int NUMBER = 1;

    /** First program version that reads this layout, as major and minor number. */
    private static final int MAJOR = 0;

    private static final int MINOR = 1;

    /**
     * What the header's user version holds (offset 60): the layout in the upper half, below it the program version that
     * reads it, so that an older program can say which one is needed.
     */
    static final int USER_VERSION = NUMBER << 16 | MAJOR << 8 | MINOR;

    private Layout() {}

    static int numberOf(int userVersion) {
        return userVersion >>> 16;
    }

    static String programOf(int userVersion) {
        return (userVersion >>> 8 & 0xFF) + "." + (userVersion & 0xFF);
    }

    static String script(int number) {
        try (InputStream in = Layout.class.getResourceAsStream("V" + number + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("script V" + number + ".sql is missing from the program");
            }
            // The file keeps the text of its tables; it must be the same wherever the program was built.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new IllegalStateException("script V" + number + ".sql cannot be read", e);
        }
    }
}
