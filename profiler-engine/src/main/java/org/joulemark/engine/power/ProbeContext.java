package org.joulemark.engine.power;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a probe may look at. A folder of fixtures is a machine.
 *
 * @param sysRoot root of sysfs, normally {@code /sys}
 * @param procRoot root of procfs, normally {@code /proc}
 * @param cpuName CPU as it names itself
 * @param cpuVendor "GenuineIntel", "AuthenticAMD", …
 * @param logicalCores hardware threads the operating system sees
 * @param virtualMachine whether this is a virtual machine
 * @param nvmlLibrary path of the NVML library to load instead of the system's; null for the system's
 */
public record ProbeContext(
        Path sysRoot,
        Path procRoot,
        String cpuName,
        String cpuVendor,
        int logicalCores,
        boolean virtualMachine,
        @Nullable String nvmlLibrary) {}
