package org.joulemark.engine.power.nvml;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/** NVML through JNA: fetches, and decides nothing. */
final class JnaNvml implements NvmlScope {
    private static final int TEXT_BYTES = 96;

    private final NvmlLibrary library;

    private JnaNvml(NvmlLibrary library) {
        this.library = library;
    }

    /**
     * Loads and initialises NVML.
     *
     * @throws UnsatisfiedLinkError if the library is not there, in the loader's own words
     * @throws NvmlUnavailableException if it is there and says no
     */
    static NvmlScope open(String nameOrPath) throws NvmlUnavailableException {
        NvmlLibrary library = Native.load(nameOrPath, NvmlLibrary.class);
        int code = library.nvmlInit_v2();
        if (code != NvmlReturn.SUCCESS) {
            throw new NvmlUnavailableException(NvmlReturn.words(code));
        }
        return new JnaNvml(library);
    }

    /** A function an older driver does not export is a code like any other. */
    private static int code(IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (UnsatisfiedLinkError e) {
            return NvmlReturn.FUNCTION_NOT_FOUND;
        }
    }

    private static String text(byte[] bytes, int code) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return code == NvmlReturn.SUCCESS ? new String(bytes, 0, end, StandardCharsets.UTF_8) : "";
    }

    @Override
    public NvmlValue deviceCount() {
        IntByReference count = new IntByReference();
        int code = code(() -> library.nvmlDeviceGetCount_v2(count));
        return new NvmlValue(code, count.getValue());
    }

    @Override
    public NvmlDevice device(int index) {
        PointerByReference handle = new PointerByReference();
        int code = code(() -> library.nvmlDeviceGetHandleByIndex_v2(index, handle));
        return new Device(library, handle.getValue(), code);
    }

    @Override
    public String driverVersion() {
        byte[] version = new byte[TEXT_BYTES];
        return text(version, code(() -> library.nvmlSystemGetDriverVersion(version, version.length)));
    }

    @Override
    public void close() {
        code(library::nvmlShutdown);
    }

    /** One GPU. */
    private static final class Device implements NvmlDevice {
        private final NvmlLibrary library;
        private final Pointer handle;
        private final int handleCode;
        private final FieldValue field = new FieldValue();
        private final IntByReference number = new IntByReference();
        private final LongByReference large = new LongByReference();

        Device(NvmlLibrary library, Pointer handle, int handleCode) {
            this.library = library;
            this.handle = handle;
            this.handleCode = handleCode;
        }

        private NvmlValue number(IntSupplier call) {
            int code = handleCode == NvmlReturn.SUCCESS ? code(call) : handleCode;
            return new NvmlValue(code, number.getValue() & 0xFFFFFFFFL);
        }

        private NvmlValue large(IntSupplier call) {
            int code = handleCode == NvmlReturn.SUCCESS ? code(call) : handleCode;
            return new NvmlValue(code, large.getValue());
        }

        @Override
        public String name() {
            byte[] name = new byte[TEXT_BYTES];
            return text(name, code(() -> library.nvmlDeviceGetName(handle, name, name.length)));
        }

        @Override
        public String uuid() {
            byte[] uuid = new byte[TEXT_BYTES];
            return text(uuid, code(() -> library.nvmlDeviceGetUUID(handle, uuid, uuid.length)));
        }

        @Override
        public NvmlValue field(int fieldId, int scopeId) {
            return handleCode == NvmlReturn.SUCCESS
                    ? field.read(
                            fieldId, scopeId, memory -> code(() -> library.nvmlDeviceGetFieldValues(handle, 1, memory)))
                    : NvmlValue.failed(handleCode);
        }

        @Override
        public NvmlValue totalEnergyMillijoules() {
            return large(() -> library.nvmlDeviceGetTotalEnergyConsumption(handle, large));
        }

        @Override
        public NvmlValue powerUsageMilliwatts() {
            return number(() -> library.nvmlDeviceGetPowerUsage(handle, number));
        }

        @Override
        public NvmlValue temperatureCelsius() {
            return number(() -> library.nvmlDeviceGetTemperature(handle, 0, number));
        }

        @Override
        public NvmlValue smClockMegahertz() {
            return number(() -> library.nvmlDeviceGetClockInfo(handle, 1, number));
        }

        @Override
        public NvmlValue clockEventReasons() {
            NvmlValue now = large(() -> library.nvmlDeviceGetCurrentClocksEventReasons(handle, large));
            return now.code() == NvmlReturn.FUNCTION_NOT_FOUND
                    ? large(() -> library.nvmlDeviceGetCurrentClocksThrottleReasons(handle, large))
                    : now;
        }

        @Override
        public NvmlValue migMode() {
            IntByReference pending = new IntByReference();
            return number(() -> library.nvmlDeviceGetMigMode(handle, number, pending));
        }
    }
}
