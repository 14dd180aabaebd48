package org.joulemark.engine.model;

/**
 * Versions of the software that took part.
 *
 * @param joulemark version of this program
 * @param onnxRuntime version of ONNX Runtime in the worker; empty if no worker ever started
 * @param onnxRuntimeSha256 SHA-256 of the native library of ONNX Runtime; empty if unknown
 * @param java Java runtime of host and worker
 */
public record SoftwareVersions(String joulemark, String onnxRuntime, String onnxRuntimeSha256, String java) {}
