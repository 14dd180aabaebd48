package org.joulemark.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Versions of the software that took part.
 *
 * @param joulemark version of this program
 * @param onnxRuntime version of ONNX Runtime in the worker; empty if no worker ever started
 * @param onnxRuntimeSha256 SHA-256 of the main native library of ONNX Runtime; empty if unknown
 * @param nativeSha256 SHA-256 of each native library the worker was given to load, by file name, taken from the files
 *     themselves; null if unknown, as in records before 0.2
 * @param java Java runtime of host and worker
 */
public record SoftwareVersions(
        String joulemark,
        String onnxRuntime,
        String onnxRuntimeSha256,
        @Nullable Map<String, String> nativeSha256,
        String java) {
    /** Where no native library is known. */
    public SoftwareVersions(String joulemark, String onnxRuntime, String onnxRuntimeSha256, String java) {
        this(joulemark, onnxRuntime, onnxRuntimeSha256, null, java);
    }
}
