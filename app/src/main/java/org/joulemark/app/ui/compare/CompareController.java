package org.joulemark.app.ui.compare;

/** Binds the view of Compare to its view model. */
final class CompareController {}
