package org.joulemark.engine.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

/** An execution provider of ONNX Runtime and how a session asks for it. */
interface ExecutionProvider {
    /** Our id, for example {@code cuda}. */
    String id();

    /** Name ONNX Runtime gives it, for example {@code CUDA}, as in {@code OrtProvider}. */
    String ortName();

    /** Whether it is the CPU itself, so that nothing can fall back. */
    boolean cpu();

    /** Adds it to a session. @throws OrtException if it is not compiled in or its libraries do not load */
    void addTo(SessionOptions options, int deviceIndex) throws OrtException;
}
