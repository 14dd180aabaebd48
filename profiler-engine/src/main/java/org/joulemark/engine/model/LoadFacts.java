package org.joulemark.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What loading a version took.
 *
 * @param loadNanos creation of the session, in nanoseconds
 * @param firstInferenceNanos first call after loading, in nanoseconds
 * @param peakResidentBytes peak resident memory of the worker at its end; 0 if unknown
 * @param outputsPinned whether outputs went into prepared buffers; false for strings, sequences and maps
 * @param warmUpSteady whether warm-up reached a steady state
 * @param placement where nodes ran; null if not profiled
 * @param clockOffsetBoundNanos largest bound, over all windows, of the difference between the monotonic clocks of host and
 *     worker, in nanoseconds; null if it was not measured, as in records of version 0.1
 * @param configurationNotes what the worker had to choose, for example sizes of free dimensions
 */
public record LoadFacts(
        long loadNanos,
        long firstInferenceNanos,
        long peakResidentBytes,
        boolean outputsPinned,
        boolean warmUpSteady,
        @Nullable Placement placement,
        @Nullable Long clockOffsetBoundNanos,
        List<String> configurationNotes) {}
