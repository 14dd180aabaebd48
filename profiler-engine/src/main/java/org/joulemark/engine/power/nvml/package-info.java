/** NVIDIA GPUs through NVML. */
@NullMarked
package org.joulemark.engine.power.nvml;

import org.jspecify.annotations.NullMarked;
