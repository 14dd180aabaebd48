package org.joulemark.engine.model;

import java.time.Instant;

/**
 * How a run ended.
 *
 * @param status how
 * @param reason why, if not completed; else empty
 * @param finishedAt wall time at the end; of an interrupted run the last sign of life
 */
public record RunEnding(RunStatus status, String reason, Instant finishedAt) {}
