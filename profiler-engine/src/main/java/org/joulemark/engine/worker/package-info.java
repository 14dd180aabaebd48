/** The child process that runs ONNX Runtime; the only place that imports it. */
@NullMarked
package org.joulemark.engine.worker;

import org.jspecify.annotations.NullMarked;
