package org.joulemark.app.ui.compare;

/**
 * A run whose versions can be picked.
 *
 * @param id its id
 * @param title it in one line
 * @param detail more, one a line
 * @param versions number of its versions
 */
record RunOffer(String id, String title, String detail, int versions) {}
