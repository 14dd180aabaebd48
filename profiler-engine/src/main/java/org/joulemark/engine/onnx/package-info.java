/** What a model file is: graph facts, parameters, MACs, hashes; never runs it. */
@NullMarked
package org.joulemark.engine.onnx;

import org.jspecify.annotations.NullMarked;
