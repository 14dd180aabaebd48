package org.joulemark.engine.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.GpuFacts;
import org.joulemark.engine.model.MachineFingerprint;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GraphicsCard;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.PowerSource;
import oshi.software.os.OperatingSystem;

/** Takes stock of the machine this program runs on. */
public final class MachineInventory {
    private final Path sysRoot;
    private final SystemInfo system = new SystemInfo();

    /** An inventory whose Linux details come from the given root of sysfs. */
    public MachineInventory(Path sysRoot) {
        this.sysRoot = sysRoot;
    }

    /**
     * What the machine is. The hash covers CPU name and vendor, sockets, cores, threads, memory, operating-system
     * family, hypervisor, governor, power source and GPU names with their UUIDs: what must be equal for two runs to be
     * compared. Kernel and driver versions are recorded beside it, since a security update is no other machine.
     *
     * @param driverGpus GPUs as their driver numbers them; they come first, so that a device name means the same GPU
     *     for sensors and execution providers, and other graphics cards follow
     */
    public MachineFingerprint fingerprint(List<GpuFacts> driverGpus) {
        HardwareAbstractionLayer hardware = system.getHardware();
        OperatingSystem os = system.getOperatingSystem();
        CentralProcessor cpu = hardware.getProcessor();
        CentralProcessor.ProcessorIdentifier id = cpu.getProcessorIdentifier();
        MachineFingerprint plain = new MachineFingerprint(
                "",
                id.getName().strip(),
                id.getVendor(),
                cpu.getPhysicalPackageCount(),
                cpu.getPhysicalProcessorCount(),
                cpu.getLogicalProcessorCount(),
                hardware.getMemory().getTotal(),
                (os.getFamily() + " " + os.getVersionInfo()).strip(),
                System.getProperty("os.version", ""),
                hypervisor(cpu),
                CpuGovernors.of(sysRoot),
                powerSource(hardware.getPowerSources()),
                gpus(driverGpus, hardware.getGraphicsCards()));
        return withHash(plain, os.getFamily());
    }

    private static MachineFingerprint withHash(MachineFingerprint plain, String family) {
        List<String> parts = new ArrayList<>(List.of(
                plain.cpuName(),
                plain.cpuVendor(),
                Integer.toString(plain.sockets()),
                Integer.toString(plain.physicalCores()),
                Integer.toString(plain.logicalCores()),
                Long.toString(plain.memoryBytes()),
                family,
                plain.virtualMachine(),
                plain.governor(),
                plain.powerSource()));
        plain.gpus().forEach(gpu -> parts.add(gpu.name() + "|" + gpu.uuid()));
        return new MachineFingerprint(
                sha256(String.join("\n", parts)),
                plain.cpuName(),
                plain.cpuVendor(),
                plain.sockets(),
                plain.physicalCores(),
                plain.logicalCores(),
                plain.memoryBytes(),
                plain.operatingSystem(),
                plain.kernel(),
                plain.virtualMachine(),
                plain.governor(),
                plain.powerSource(),
                plain.gpus());
    }

    /** The hypervisor sets a CPU flag of its own (cpuid leaf 1, ECX bit 31); the product name says which one. */
    private String hypervisor(CentralProcessor cpu) {
        boolean flagged = cpu.getFeatureFlags().stream().anyMatch(flags -> flags.contains(" hypervisor"));
        String product = firstLine("class/dmi/id/product_name");
        String vendor = firstLine("class/dmi/id/sys_vendor");
        boolean named =
                (product + vendor).matches("(?i).*(kvm|qemu|vmware|virtual|xen|bochs|amazon ec2|firecracker).*");
        if (!flagged && !named) {
            return "";
        }
        String name = (vendor + " " + product).strip();
        return name.isEmpty() ? "unknown hypervisor" : name;
    }

    private String firstLine(String path) {
        try {
            return Files.readString(sysRoot.resolve(path))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static String powerSource(List<PowerSource> sources) {
        List<PowerSource> real = sources.stream()
                .filter(source -> !source.getName().equals("System Battery") || source.getMaxCapacity() > 1)
                .filter(source -> !source.getName().equals("Unknown"))
                .toList();
        if (real.isEmpty()) {
            return "mains";
        }
        return real.stream().anyMatch(PowerSource::isDischarging) ? "battery" : "mains";
    }

    private static List<GpuFacts> gpus(List<GpuFacts> driverGpus, List<GraphicsCard> cards) {
        List<GpuFacts> gpus = new ArrayList<>(driverGpus);
        for (GraphicsCard card : cards) {
            if (!driverGpus.isEmpty()
                    && (card.getVendor() + card.getName())
                            .toLowerCase(Locale.ROOT)
                            .contains("nvidia")) {
                continue;
            }
            gpus.add(new GpuFacts(
                    DeviceId.gpu(gpus.size()),
                    card.getName(),
                    card.getVendor(),
                    card.getVRam(),
                    card.getDeviceId(),
                    card.getVersionInfo()));
        }
        return List.copyOf(gpus);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
