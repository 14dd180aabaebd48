package org.joulemark.engine.power.rapl;

import java.io.IOException;
import java.nio.file.Files;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.power.KernelFile;
import org.joulemark.engine.power.PowerSensor;

/** The energy counter of one zone. */
final class RaplSensor implements PowerSensor {
    private final RaplZone zone;
    private final SensorInfo info;
    private final KernelFile file;

    /** Opens the counter. @throws IOException if it may not be read */
    RaplSensor(RaplZone zone, SensorInfo info) throws IOException {
        this.zone = zone;
        this.info = info;
        this.file = new KernelFile(zone.energyFile(), 32);
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public Reading read() {
        Tick tick = Tick.now();
        try {
            return new Reading.Counter(tick, file.readNumber());
        } catch (IOException e) {
            return new Reading.Missing(
                    tick, Files.exists(zone.energyFile()) ? MissingReason.READ_FAILED : MissingReason.VANISHED);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            // Opened for reading only: there is nothing a failed close could lose.
            return;
        }
    }
}
