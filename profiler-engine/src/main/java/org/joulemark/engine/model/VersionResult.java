package org.joulemark.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured of one model in one configuration.
 *
 * @param key its identity in its run
 * @param name name of the version
 * @param model what the file is; null if it could not be read
 * @param configuration how it was run
 * @param load what loading took; null if it did not load
 * @param latency summary over the calls of all trials; null without a trial
 * @param accuracy result on the evaluation set; null if there is none
 * @param agreement closeness to the reference version; null for the reference itself or without data
 * @param trials finished trials in the order they ran
 * @param failure why it stopped early; null if it did not
 * @param findings what was noticed
 */
public record VersionResult(
        VersionKey key,
        String name,
        @Nullable ModelFacts model,
        Configuration configuration,
        @Nullable LoadFacts load,
        @Nullable LatencySummary latency,
        @Nullable AccuracyResult accuracy,
        @Nullable AgreementResult agreement,
        List<Trial> trials,
        @Nullable Failure failure,
        List<Finding> findings) {}
