package org.joulemark.reports;

import java.io.IOException;
import java.io.OutputStream;

/** A kind of file made from measured versions. */
public interface Report {
    /** Stable id, for example {@code label-svg}. */
    String id();

    /** What a person calls it. */
    String title();

    /** File extension without the dot. */
    String extension();

    /** Writes the file; the caller closes the stream. */
    void write(ReportInput input, OutputStream out) throws IOException;
}
