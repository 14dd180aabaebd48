package org.joulemark.app.ui.plot;

import java.util.List;
import org.joulemark.engine.model.DeviceId;

/**
 * One device's row.
 *
 * @param device which device
 * @param title what a person calls it
 * @param series its sensors; empty if it has none
 * @param emptyBecause why there is nothing to draw; empty if there is
 */
public record TimelineRow(DeviceId device, String title, List<TimelineSeries> series, String emptyBecause) {
    /** Copies the list. */
    public TimelineRow {
        series = List.copyOf(series);
    }
}
