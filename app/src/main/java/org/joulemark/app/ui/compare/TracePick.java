package org.joulemark.app.ui.compare;

/**
 * A trial whose power is shown.
 *
 * @param version place of its version among those compared
 * @param trial its place among the version's trials
 */
record TracePick(int version, int trial) {}
