package org.joulemark.app.ui.settings;

/** Binds the view of Settings to its view model. */
final class SettingsController {}
