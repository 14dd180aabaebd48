/** Emission factors, sites, PUE, CO2e. */
@NullMarked
package org.joulemark.engine.carbon;

import org.jspecify.annotations.NullMarked;
