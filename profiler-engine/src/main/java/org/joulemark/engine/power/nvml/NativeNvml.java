package org.joulemark.engine.power.nvml;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The real NVML, loaded by JNA. */
final class NativeNvml implements NvmlScope {
    /** NVML_DEVICE_UUID_V2_BUFFER_SIZE and NVML_DEVICE_NAME_V2_BUFFER_SIZE; the driver version needs 80. */
    private static final int TEXT_BYTES = 96;

    private final NvmlLibrary library;
    private final int initialised;

    /**
     * Loads the library and starts a session.
     *
     * @param path library to load; null for the system's
     * @throws UnsatisfiedLinkError if it cannot be loaded
     */
    NativeNvml(@Nullable String path) {
        this.library = Native.load(path == null ? systemName() : path, NvmlLibrary.class);
        this.initialised = code(library::nvmlInit_v2);
    }

    static String systemName() {
        return Platform.isWindows() ? "nvml" : "libnvidia-ml.so.1";
    }

    @Override
    public int initialised() {
        return initialised;
    }

    @Override
    public NvmlText driverVersion() {
        return text(library::nvmlSystemGetDriverVersion);
    }

    @Override
    public NvmlValue deviceCount() {
        return number(library::nvmlDeviceGetCount_v2);
    }

    @Override
    public NvmlDevice device(int index) {
        PointerByReference handle = new PointerByReference();
        int code = code(() -> library.nvmlDeviceGetHandleByIndex_v2(index, handle));
        return new NativeDevice(library, code, handle.getValue());
    }

    @Override
    public void close() {
        if (initialised == NvmlCode.SUCCESS) {
            code(library::nvmlShutdown);
        }
    }

    /** Code of a call; one that the driver does not export is a code too. */
    static int code(IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (UnsatisfiedLinkError e) {
            return NvmlCode.FUNCTION_NOT_FOUND;
        }
    }

    static NvmlValue number(NumberCall call) {
        IntByReference number = new IntByReference();
        int code = code(() -> call.into(number));
        return code == NvmlCode.SUCCESS
                ? new NvmlValue(code, Integer.toUnsignedLong(number.getValue()))
                : NvmlValue.failed(code);
    }

    static NvmlText text(TextCall call) {
        byte[] text = new byte[TEXT_BYTES];
        int code = code(() -> call.into(text, TEXT_BYTES));
        return new NvmlText(
                code,
                code == NvmlCode.SUCCESS
                        ? Native.toString(text, StandardCharsets.UTF_8).strip()
                        : "");
    }

    /** A call that fills an unsigned int. */
    @FunctionalInterface
    interface NumberCall {
        int into(IntByReference number);
    }

    /** A call that fills a buffer with a text that ends in a zero. */
    @FunctionalInterface
    interface TextCall {
        int into(byte[] text, int length);
    }
}
