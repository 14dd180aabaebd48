package org.joulemark.app.cli;

import java.io.PrintWriter;

/**
 * Results go to {@code out}, progress and errors to {@code err}.
 *
 * @param out standard output
 * @param err standard error
 */
record Console(PrintWriter out, PrintWriter err) {}
