package org.joulemark.engine.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.joulemark.engine.model.NotNumbers;

/** How messages of the worker are written; the type byte comes first. */
final class WorkerCodec {
    private WorkerCodec() {}

    private static void writeFed(DataOutputStream out, WorkerMessage.Fed fed) throws IOException {
        out.writeLong(fed.rows());
        out.writeBoolean(fed.outputsPinned());
        out.writeLong(fed.firstInferenceNanos());
        Fields.writeList(out, fed.notNumbers(), WorkerCodec::writeNotNumbers);
    }

    private static void writeNotNumbers(DataOutputStream out, NotNumbers value) throws IOException {
        Fields.writeText(out, value.output());
        out.writeLong(value.places());
        out.writeLong(value.elements());
    }

    private static NotNumbers readNotNumbers(DataInputStream in) throws IOException {
        return new NotNumbers(Fields.readText(in), in.readLong(), in.readLong());
    }

    static void write(DataOutputStream out, WorkerMessage message) throws IOException {
        switch (message) {
            case WorkerMessage.Hello hello -> {
                out.writeByte(1);
                out.writeLong(hello.pid());
                out.writeInt(hello.protocol());
                Fields.writeText(out, hello.onnxRuntime());
                Fields.writeList(out, hello.providers(), Fields::writeText);
            }
            case WorkerMessage.Loaded loaded -> {
                out.writeByte(2);
                out.writeLong(loaded.loadNanos());
                Fields.writeList(out, loaded.inputs(), Fields::writeSpec);
                Fields.writeList(out, loaded.outputs(), Fields::writeSpec);
            }
            case WorkerMessage.Fed fed -> {
                out.writeByte(3);
                writeFed(out, fed);
            }
            case WorkerMessage.WindowDone done -> writeWindow(out, done);
            case WorkerMessage.Evaluated evaluated -> {
                out.writeByte(5);
                Fields.writeList(out, evaluated.outputs(), Fields::writeOutput);
            }
            case WorkerMessage.Profiled profiled -> {
                out.writeByte(6);
                Fields.writeText(out, profiled.json());
            }
            case WorkerMessage.Failed failed -> {
                out.writeByte(7);
                Fields.writeText(out, failed.stage());
                Fields.writeText(out, failed.kind());
                Fields.writeText(out, failed.message());
            }
            case WorkerMessage.WindowReady ready -> writeTicks(out, 8, ready.receivedNanos(), ready.readyNanos());
            case WorkerMessage.WindowEnded ended -> writeTicks(out, 9, ended.beginNanos(), ended.endNanos());
        }
    }

    private static void writeTicks(DataOutputStream out, int type, long first, long second) throws IOException {
        out.writeByte(type);
        out.writeLong(first);
        out.writeLong(second);
    }

    private static void writeWindow(DataOutputStream out, WorkerMessage.WindowDone done) throws IOException {
        out.writeByte(4);
        Fields.writeLatencies(out, done.calls());
        out.writeLong(done.cpuNanos());
        out.writeDouble(done.allocatedBytesPerCall());
        out.writeBoolean(done.truncated());
    }

    static WorkerMessage read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case 1 ->
                new WorkerMessage.Hello(
                        in.readLong(), in.readInt(), Fields.readText(in), Fields.readList(in, Fields::readText));
            case 2 ->
                new WorkerMessage.Loaded(
                        in.readLong(), Fields.readList(in, Fields::readSpec), Fields.readList(in, Fields::readSpec));
            case 3 ->
                new WorkerMessage.Fed(
                        in.readLong(),
                        in.readBoolean(),
                        in.readLong(),
                        Fields.readList(in, WorkerCodec::readNotNumbers));
            case 4 ->
                new WorkerMessage.WindowDone(
                        Fields.readLatencies(in), in.readLong(), in.readDouble(), in.readBoolean());
            case 5 -> new WorkerMessage.Evaluated(Fields.readList(in, Fields::readOutput));
            case 6 -> new WorkerMessage.Profiled(Fields.readText(in));
            case 7 -> new WorkerMessage.Failed(Fields.readText(in), Fields.readText(in), Fields.readText(in));
            case 8 -> new WorkerMessage.WindowReady(in.readLong(), in.readLong());
            case 9 -> new WorkerMessage.WindowEnded(in.readLong(), in.readLong());
            default -> throw new ProtocolException("worker message of type " + type);
        };
    }
}
