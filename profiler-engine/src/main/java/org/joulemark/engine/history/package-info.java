/** The tamper-evident ledger, its blobs and projections. */
@NullMarked
package org.joulemark.engine.history;

import org.jspecify.annotations.NullMarked;
