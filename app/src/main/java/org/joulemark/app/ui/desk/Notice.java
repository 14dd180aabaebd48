package org.joulemark.app.ui.desk;

import org.joulemark.engine.model.Severity;

/**
 * One sentence for the user, shown until dismissed.
 *
 * @param severity how much it weighs
 * @param text what is the matter, where, and what to do
 */
public record Notice(Severity severity, String text) {}
