package org.joulemark.app.ui.bench;

/** Binds the view of Bench to its view model. */
final class BenchController {}
