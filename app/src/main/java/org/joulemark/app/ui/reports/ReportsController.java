package org.joulemark.app.ui.reports;

/** Binds the view of Reports to its view model. */
final class ReportsController {}
