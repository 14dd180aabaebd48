package org.joulemark.engine.bench;

import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.SensorSurvey;

/**
 * Everything a run reads from the machine, open from before it is recorded until after it has ended, however it ends.
 *
 * @param environment where the run takes place
 * @param survey power sensors
 * @param gpuWatch states of GPUs
 * @param machineWatch load and clocks of the machine
 */
record RunInstruments(BenchEnvironment environment, SensorSurvey survey, GpuWatch gpuWatch, MachineWatch machineWatch)
        implements AutoCloseable {
    static RunInstruments open(BenchEnvironment environment) {
        ProbeContext probes = environment.probes();
        SensorSurvey survey = SensorSurvey.of(probes);
        try {
            return open(environment, survey, GpuWatch.open(probes));
        } catch (RuntimeException | Error e) {
            survey.close();
            throw e;
        }
    }

    private static RunInstruments open(BenchEnvironment environment, SensorSurvey survey, GpuWatch gpuWatch) {
        try {
            return new RunInstruments(environment, survey, gpuWatch, MachineWatch.open(environment.probes()));
        } catch (RuntimeException | Error e) {
            gpuWatch.close();
            throw e;
        }
    }

    @Override
    public void close() {
        machineWatch.close();
        gpuWatch.close();
        survey.close();
    }
}
