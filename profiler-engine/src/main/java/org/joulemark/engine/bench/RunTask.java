package org.joulemark.engine.bench;

/**
 * One run to be carried out: what is asked, what it works with, and who is told.
 *
 * @param instruments what it reads from the machine; they belong to the caller
 * @param journal where it is written down
 * @param cancellation how another thread stops it
 * @param prepared the plan with its files read
 * @param listener who hears how it goes
 */
record RunTask(
        RunInstruments instruments,
        RunJournal journal,
        Cancellation cancellation,
        PreparedPlan prepared,
        BenchListener listener) {}
