package org.joulemark.engine.protocol;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How messages of the host are written; the type byte comes first. */
final class HostCodec {
    private HostCodec() {}

    static void write(DataOutputStream out, HostMessage message) throws IOException {
        switch (message) {
            case HostMessage.Load load -> writeLoad(out, load);
            case HostMessage.Feed feed -> {
                out.writeByte(2);
                Fields.writeList(out, feed.inputs(), Fields::writeTensor);
                out.writeInt(feed.batchSize());
            }
            case HostMessage.PrepareWindow window -> {
                out.writeByte(3);
                out.writeLong(window.windowNanos());
                out.writeLong(window.minCalls());
            }
            case HostMessage.Evaluate _ -> out.writeByte(4);
            case HostMessage.Profile profile -> {
                out.writeByte(5);
                out.writeInt(profile.calls());
                Fields.writeText(out, profile.filePrefix());
            }
            case HostMessage.Stop _ -> out.writeByte(6);
            case HostMessage.RunWindow _ -> out.writeByte(7);
            case HostMessage.SendWindow _ -> out.writeByte(8);
        }
    }

    private static void writeLoad(DataOutputStream out, HostMessage.Load load) throws IOException {
        out.writeByte(1);
        Fields.writeText(out, load.modelPath());
        Fields.writeText(out, load.provider());
        out.writeInt(load.deviceIndex());
        out.writeInt(load.intraOpThreads());
        Fields.writeSizes(out, load.freeDimensions());
        out.writeBoolean(load.strictPlacement());
    }

    static HostMessage read(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte();
        return switch (type) {
            case 1 ->
                new HostMessage.Load(
                        Fields.readText(in),
                        Fields.readText(in),
                        in.readInt(),
                        in.readInt(),
                        Fields.readSizes(in),
                        in.readBoolean());
            case 2 -> new HostMessage.Feed(Fields.readList(in, Fields::readTensor), in.readInt());
            case 3 -> new HostMessage.PrepareWindow(in.readLong(), in.readLong());
            case 4 -> new HostMessage.Evaluate();
            case 5 -> new HostMessage.Profile(in.readInt(), Fields.readText(in));
            case 6 -> new HostMessage.Stop();
            case 7 -> new HostMessage.RunWindow();
            case 8 -> new HostMessage.SendWindow();
            default -> throw new ProtocolException("host message of type " + type);
        };
    }
}
