package org.joulemark.engine.model;

/**
 * A GPU of the machine.
 *
 * @param device device name
 * @param name marketing name
 * @param vendor vendor
 * @param memoryBytes memory in bytes; 0 if unknown
 * @param uuid the driver's stable id, or PCI address; empty if unknown
 * @param driver driver version, empty if unknown
 */
public record GpuFacts(DeviceId device, String name, String vendor, long memoryBytes, String uuid, String driver) {}
