package org.joulemark.engine.power.load;

import java.io.IOException;

/**
 * Busy and total CPU time of the machine since some moment, in any unit, as long as it is the same for both.
 *
 * @param busy time hardware threads worked for this machine (time stolen by a hypervisor is not work)
 * @param total time of all hardware threads together
 */
record CpuTimes(double busy, double total) {
    /** Where times come from. */
    interface Source extends AutoCloseable {
        CpuTimes read() throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Share of the hardware threads that were busy since {@code earlier}, from 0 to 1; NaN if no time has passed. */
    double utilisationSince(CpuTimes earlier) {
        double elapsed = total - earlier.total;
        return elapsed <= 0 ? Double.NaN : Math.clamp((busy - earlier.busy) / elapsed, 0.0, 1.0);
    }
}
