package org.joulemark.engine.bench;

import org.joulemark.engine.model.ProviderId;

/**
 * An execution provider, really tried.
 *
 * @param provider our id
 * @param onnxRuntime version of ONNX Runtime that was tried; empty if it did not start
 * @param compiledIn whether the build of ONNX Runtime holds it
 * @param usable whether a model really ran on it
 * @param why why not, with the loader's own error; empty if usable
 * @param remedy what to do, possibly empty
 */
public record ProviderStatus(
        ProviderId provider, String onnxRuntime, boolean compiledIn, boolean usable, String why, String remedy) {}
