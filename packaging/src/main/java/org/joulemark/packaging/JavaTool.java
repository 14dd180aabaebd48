package org.joulemark.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/** A tool of the JDK that this program runs on. */
final class JavaTool {
    private JavaTool() {}

    /** Runs the tool; what it says is shown only when it fails. */
    static void run(String name, List<String> arguments) throws IOException {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IOException(
                        "this JDK has no " + name + ": " + System.getProperty("java.home") + "; use a full JDK 25"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = tool.run(writer, writer, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(name + " failed (" + code + "):\n" + said);
        }
    }
}
