package org.joulemark.engine.model;

import java.util.List;

/**
 * What machine a run was measured on: enough to say whether two runs may be compared.
 *
 * @param hash lower-case hex SHA-256 over the fields that must match for a comparison
 * @param cpuName CPU as it names itself
 * @param cpuVendor vendor
 * @param sockets CPU packages
 * @param physicalCores cores
 * @param logicalCores hardware threads
 * @param memoryBytes installed memory in bytes
 * @param operatingSystem family, version and build
 * @param kernel kernel version or build
 * @param virtualMachine name of the hypervisor; empty on bare metal
 * @param governor frequency governors in use, each once; empty if unknown
 * @param powerSource "mains", "battery" or "unknown"
 * @param gpus GPUs in PCI bus order
 */
public record MachineFingerprint(
        String hash,
        String cpuName,
        String cpuVendor,
        int sockets,
        int physicalCores,
        int logicalCores,
        long memoryBytes,
        String operatingSystem,
        String kernel,
        String virtualMachine,
        String governor,
        String powerSource,
        List<GpuFacts> gpus) {}
