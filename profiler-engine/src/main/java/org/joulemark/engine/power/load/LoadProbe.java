package org.joulemark.engine.power.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.power.Found;
import org.joulemark.engine.power.PowerSensor;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorProbe;

/** The load model: always here, counted only where nothing measures the CPU. */
public final class LoadProbe implements SensorProbe {
    @Override
    public SensorSource source() {
        return SensorSource.LOAD_MODEL;
    }

    @Override
    public String title() {
        return "CPU load model (estimate)";
    }

    @Override
    public Found look(ProbeContext context) {
        try {
            CpuTimes.Source source = Files.isReadable(context.procRoot().resolve("stat"))
                    ? new ProcStat(context.procRoot())
                    : new PlatformLoad();
            PowerSensor sensor = new LoadSensor(CpuPowerTable.curve(context), source);
            if (sensor.read() instanceof Reading.Counter) {
                return new Found.Here(List.of(sensor), List.of());
            }
            sensor.close();
            return new Found.Absent("the CPU times of the operating system cannot be read as numbers", "");
        } catch (IOException e) {
            return new Found.Absent("the CPU load cannot be read: " + e.getMessage(), "");
        }
    }
}
