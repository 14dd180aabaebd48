package org.joulemark.app.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The only door to a person's terminal. Results go to {@code out}, progress and errors to {@code err}; both write
 * {@linkplain PlainText plain text}, so nobody who prints need think of what a name may hold.
 *
 * @param out standard output
 * @param err standard error
 * @param help standard output for texts that are wholly the program's own and bring their line ends and colours along
 * @param helpErr the same for standard error
 */
record Console(PrintWriter out, PrintWriter err, PrintWriter help, PrintWriter helpErr) {
    /** A console over two streams. */
    static Console over(OutputStream out, OutputStream err) {
        PrintWriter help = new PrintWriter(out, true, StandardCharsets.UTF_8);
        PrintWriter helpErr = new PrintWriter(err, true, StandardCharsets.UTF_8);
        return new Console(new PlainWriter(help), new PlainWriter(helpErr), help, helpErr);
    }
}
