package org.joulemark.engine.model;

/**
 * How a model is run. In a plan {@code batchSize} may be {@link #BATCH_OF_MODEL}; in a record of a run it is a number of
 * rows.
 *
 * @param provider execution provider
 * @param device device whose energy is the headline
 * @param batchSize rows a call
 * @param intraOpThreads threads of ONNX Runtime inside an operator
 */
public record Configuration(ProviderId provider, DeviceId device, int batchSize, int intraOpThreads) {
    /** Asks for the batch size that the models fix, or 1 where they leave it free. */
    public static final int BATCH_OF_MODEL = 0;

    /** The same with another batch size. */
    public Configuration withBatchSize(int rows) {
        return new Configuration(provider, device, rows, intraOpThreads);
    }

    /** Identity of these values, unique in a plan, for example {@code cpu.cpu.b1.t2} or {@code cuda.gpu-1.b8.t4}. */
    public String id() {
        String where = device.text().replace(':', '-');
        return provider.value() + "." + where + ".b" + batchSize + ".t" + intraOpThreads;
    }

    /** In words for tables: the CPU goes without saying, of GPUs there may be several. */
    @Override
    public String toString() {
        String where = device.kind() == DeviceId.Kind.CPU ? "" : " " + device;
        return provider + where + " b" + batchSize + " t" + intraOpThreads;
    }
}
