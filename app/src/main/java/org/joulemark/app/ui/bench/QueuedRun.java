package org.joulemark.app.ui.bench;

import org.joulemark.engine.model.BenchPlan;

/**
 * A run that waits or goes on.
 *
 * @param number its number since the window opened, from 1
 * @param plan what to measure
 * @param site site or grid zone; empty for none
 * @param words what it is, in one line
 */
record QueuedRun(int number, BenchPlan plan, String site, String words) {}
