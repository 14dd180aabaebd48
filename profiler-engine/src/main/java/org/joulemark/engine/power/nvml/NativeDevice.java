package org.joulemark.engine.power.nvml;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/** One GPU of the real NVML. */
final class NativeDevice implements NvmlDevice {
    private final NvmlLibrary library;
    private final int opened;
    private final @Nullable Pointer handle;
    private final FieldValue fieldValue = new FieldValue();
    private final LongByReference energy = new LongByReference();

    /** A GPU whose handle was given with the code {@code opened}. */
    NativeDevice(NvmlLibrary library, int opened, @Nullable Pointer handle) {
        this.library = library;
        this.opened = opened == NvmlCode.SUCCESS && handle == null ? NvmlCode.NO_DATA : opened;
        this.handle = handle;
    }

    @Override
    public NvmlText uuid() {
        return text((gpu, text, length) -> library.nvmlDeviceGetUUID(gpu, text, length));
    }

    @Override
    public NvmlText name() {
        return text((gpu, text, length) -> library.nvmlDeviceGetName(gpu, text, length));
    }

    @Override
    public NvmlValue migMode() {
        return number((gpu, mode) -> library.nvmlDeviceGetMigMode(gpu, mode, new IntByReference()));
    }

    @Override
    public NvmlValue field(int field, int scope) {
        int code = code(gpu -> library.nvmlDeviceGetFieldValues(gpu, 1, fieldValue.asking(field, scope)));
        return code == NvmlCode.SUCCESS ? fieldValue.answer() : NvmlValue.failed(code);
    }

    @Override
    public NvmlValue totalEnergyMillijoules() {
        int code = code(gpu -> library.nvmlDeviceGetTotalEnergyConsumption(gpu, energy));
        if (code != NvmlCode.SUCCESS) {
            return NvmlValue.failed(code);
        }
        long millijoules = energy.getValue();
        return millijoules < 0 ? NvmlValue.failed(NvmlCode.NO_DATA) : new NvmlValue(code, millijoules);
    }

    @Override
    public NvmlValue powerMilliwatts() {
        return number(library::nvmlDeviceGetPowerUsage);
    }

    @Override
    public NvmlValue temperatureCelsius() {
        return number((gpu, celsius) -> library.nvmlDeviceGetTemperature(gpu, 0, celsius));
    }

    @Override
    public NvmlValue clockMegahertz(int clock) {
        return number((gpu, megahertz) -> library.nvmlDeviceGetClockInfo(gpu, clock, megahertz));
    }

    @Override
    public NvmlValue clockLimits() {
        LongByReference bits = new LongByReference();
        int code = code(gpu -> library.nvmlDeviceGetCurrentClocksEventReasons(gpu, bits));
        if (code == NvmlCode.FUNCTION_NOT_FOUND) {
            code = code(gpu -> library.nvmlDeviceGetCurrentClocksThrottleReasons(gpu, bits));
        }
        return code == NvmlCode.SUCCESS ? new NvmlValue(code, bits.getValue()) : NvmlValue.failed(code);
    }

    @Override
    public NvmlValue computeProcesses() {
        IntByReference count = new IntByReference();
        int code = code(gpu -> library.nvmlDeviceGetComputeRunningProcesses_v3(gpu, count, Pointer.NULL));
        return code == NvmlCode.SUCCESS || code == NvmlCode.INSUFFICIENT_SIZE
                ? new NvmlValue(NvmlCode.SUCCESS, Integer.toUnsignedLong(count.getValue()))
                : NvmlValue.failed(code);
    }

    private int code(DeviceCall call) {
        Pointer gpu = handle;
        return gpu == null || opened != NvmlCode.SUCCESS ? opened : NativeNvml.code(() -> call.on(gpu));
    }

    private NvmlValue number(DeviceNumberCall call) {
        Pointer gpu = handle;
        return gpu == null || opened != NvmlCode.SUCCESS
                ? NvmlValue.failed(opened)
                : NativeNvml.number(number -> call.on(gpu, number));
    }

    private NvmlText text(DeviceTextCall call) {
        Pointer gpu = handle;
        return gpu == null || opened != NvmlCode.SUCCESS
                ? new NvmlText(opened, "")
                : NativeNvml.text((text, length) -> call.on(gpu, text, length));
    }

    /** A call on an open GPU. */
    @FunctionalInterface
    private interface DeviceCall {
        int on(Pointer gpu);
    }

    /** A call on an open GPU that fills an unsigned int. */
    @FunctionalInterface
    private interface DeviceNumberCall {
        int on(Pointer gpu, IntByReference number);
    }

    /** A call on an open GPU that fills a text. */
    @FunctionalInterface
    private interface DeviceTextCall {
        int on(Pointer gpu, byte[] text, int length);
    }
}
