package org.joulemark.engine.model;

/**
 * How a model is run.
 *
 * @param provider execution provider
 * @param device device whose energy is the headline
 * @param batchSize rows a call
 * @param intraOpThreads threads of ONNX Runtime inside an operator
 */
public record Configuration(ProviderId provider, DeviceId device, int batchSize, int intraOpThreads) {
    @Override
    public String toString() {
        return provider + " b" + batchSize + " t" + intraOpThreads;
    }
}
