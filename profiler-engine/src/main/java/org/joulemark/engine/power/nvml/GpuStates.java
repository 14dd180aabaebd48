package org.joulemark.engine.power.nvml;

import java.util.List;
import java.util.Optional;
import org.joulemark.engine.power.ProbeContext;

/** Looks at the states of the machine's NVIDIA GPUs, for as long as it is open. */
public final class GpuStates implements AutoCloseable {
    private final NvmlScope scope;

    private GpuStates(NvmlScope scope) {
        this.scope = scope;
    }

    /** Opens a session; empty where there is no NVIDIA driver. */
    public static Optional<GpuStates> open(ProbeContext context) {
        try {
            NvmlScope scope = new NativeNvml(context.nvmlLibrary());
            return scope.initialised() == NvmlCode.SUCCESS ? Optional.of(new GpuStates(scope)) : Optional.empty();
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    /** The state of every GPU now, in index order. */
    public List<GpuState> read() {
        return GpuState.all(scope);
    }

    @Override
    public void close() {
        scope.close();
    }
}
