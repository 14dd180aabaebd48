/** Inventory of the machine: CPU, memory, GPUs, operating system, fingerprint. */
@NullMarked
package org.joulemark.engine.device;

import org.jspecify.annotations.NullMarked;
