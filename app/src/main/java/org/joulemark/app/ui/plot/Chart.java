package org.joulemark.app.ui.plot;

/** A chart that a {@link ChartPanel} can frame. */
public interface Chart {
    /** The same data as a table. */
    ChartTable table();

    /** Shows all there is to see. */
    void fit();
}
