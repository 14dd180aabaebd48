package org.joulemark.app.ui.bench;

import javafx.scene.Parent;

/**
 * The views the bench is made of.
 *
 * @param devices devices with what they draw
 * @param models the models
 * @param plan the form
 * @param timeline the live power timeline
 * @param results the table of results
 */
record BenchParts(Parent devices, Parent models, Parent plan, Parent timeline, Parent results) {}
