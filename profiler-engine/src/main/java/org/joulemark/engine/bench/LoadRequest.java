package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.Map;
import org.joulemark.engine.model.ProviderId;

/**
 * What a worker is to load and how.
 *
 * @param model model file
 * @param provider execution provider
 * @param deviceIndex index of the GPU for the provider; 0 for the CPU
 * @param intraOpThreads threads inside an operator, at least 1
 * @param freeDimensions sizes by symbol for {@code setSymbolicDimensionValue}-like resolution of inputs
 * @param strictPlacement fail rather than run nodes on the CPU that were asked for on another device
 */
public record LoadRequest(
        Path model,
        ProviderId provider,
        int deviceIndex,
        int intraOpThreads,
        Map<String, Long> freeDimensions,
        boolean strictPlacement) {}
