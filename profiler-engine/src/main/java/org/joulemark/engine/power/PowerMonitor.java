package org.joulemark.engine.power;

import java.util.List;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;

/** Reads all sensors of the machine for show, while no run does. Closing ends the reading and the sensors. */
public final class PowerMonitor implements LivePower, AutoCloseable {
    /** A person watches: four readings a second. */
    public static final long PERIOD_NANOS = 250_000_000L;

    private final SensorSurvey survey;
    private final Sampler sampler;

    private PowerMonitor(SensorSurvey survey, Sampler sampler) {
        this.survey = survey;
        this.sampler = sampler;
    }

    /** Starts to read the sensors of {@code survey}, which it closes at its end. */
    public static PowerMonitor start(SensorSurvey survey) {
        return new PowerMonitor(survey, Sampler.start(survey.sensors(), PERIOD_NANOS));
    }

    @Override
    public List<SensorInfo> sensors() {
        return survey.sensors().stream().map(PowerSensor::info).toList();
    }

    @Override
    public SensorTrace trace(SensorId sensor, int from) {
        return sampler.trace(sensor, from);
    }

    @Override
    public void close() {
        sampler.close();
        survey.close();
    }
}
