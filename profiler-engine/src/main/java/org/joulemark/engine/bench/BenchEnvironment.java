package org.joulemark.engine.bench;

import java.nio.file.Path;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.power.ProbeContext;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs of its surroundings.
 *
 * @param workers starts workers
 * @param machine the machine
 * @param probes what sensor probes may look at
 * @param site where the machine stands; null if not told
 * @param cacheFolder where natives are unpacked
 * @param softwareVersion version of this program
 */
public record BenchEnvironment(
        WorkerFactory workers,
        MachineFingerprint machine,
        ProbeContext probes,
        @Nullable Site site,
        Path cacheFolder,
        String softwareVersion) {}
