package org.joulemark.app.ui.history;

/** Binds the view of History to its view model. */
final class HistoryController {}
