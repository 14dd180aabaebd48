package org.joulemark.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.NotNumbers;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.ValueSpec;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static byte[] bytes(HostMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(Channels.newChannel(out), message);
        return out.toByteArray();
    }

    private static byte[] bytes(WorkerMessage message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Frames.write(Channels.newChannel(out), message);
        return out.toByteArray();
    }

    private static HostMessage host(byte[] bytes) throws IOException {
        return Frames.readHost(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static WorkerMessage worker(byte[] bytes) throws IOException {
        return Frames.readWorker(Channels.newChannel(new ByteArrayInputStream(bytes)));
    }

    private static String text(Random random) {
        int length = random.nextInt(20);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : 0x1F600 + random.nextInt(10));
        }
        return text.toString();
    }

    private static TensorData tensor(Random random) {
        if (random.nextInt(4) == 0) {
            return TensorData.strings(text(random), List.of(2L), List.of(text(random), text(random)));
        }
        byte[] elements = new byte[4 * random.nextInt(100)];
        random.nextBytes(elements);
        return TensorData.numeric(
                text(random), ElementType.FLOAT, List.of((long) elements.length / 4), ByteBuffer.wrap(elements));
    }

    private static List<HostMessage> hostMessages(Random random) {
        return List.of(
                new HostMessage.Load(
                        text(random),
                        text(random),
                        random.nextInt(),
                        random.nextInt(),
                        Map.of(text(random), random.nextLong()),
                        random.nextBoolean()),
                new HostMessage.Feed(List.of(tensor(random), tensor(random)), random.nextInt()),
                new HostMessage.PrepareWindow(random.nextLong(), random.nextLong()),
                new HostMessage.RunWindow(),
                new HostMessage.SendWindow(),
                new HostMessage.Evaluate(),
                new HostMessage.Profile(random.nextInt(), text(random)),
                new HostMessage.Stop());
    }

    private static List<WorkerMessage> workerMessages(Random random) {
        ValueSpec spec = new ValueSpec(
                text(random),
                "tensor",
                ElementType.INT64,
                random.nextBoolean() ? null : List.of(new Dimension(3, null), new Dimension(-1, "batch")),
                text(random));
        return List.of(
                new WorkerMessage.Hello(random.nextLong(), random.nextInt(), text(random), List.of(text(random))),
                new WorkerMessage.Loaded(random.nextLong(), List.of(spec), List.of()),
                new WorkerMessage.Fed(
                        random.nextLong(), random.nextBoolean(), random.nextLong(), List.of(new NotNumbers("é", 1, 2))),
                new WorkerMessage.WindowReady(random.nextLong(), random.nextLong()),
                new WorkerMessage.WindowEnded(random.nextLong(), random.nextLong()),
                new WorkerMessage.WindowDone(
                        new LatencySeries(random.longs(random.nextInt(50)).toArray()),
                        random.nextLong(),
                        random.nextDouble(),
                        random.nextBoolean()),
                new WorkerMessage.Evaluated(List.of(
                        new OutputValue.TensorValue(tensor(random)),
                        new OutputValue.Unreadable(text(random), text(random)))),
                new WorkerMessage.Profiled(text(random)),
                new WorkerMessage.Failed(text(random), text(random), text(random)));
    }

    @Test
    void everyMessageComesOutAsItWentIn() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            for (HostMessage message : hostMessages(random)) {
                assertThat(host(bytes(message))).isEqualTo(message);
            }
            for (WorkerMessage message : workerMessages(random)) {
                assertThat(worker(bytes(message))).isEqualTo(message);
            }
        }
    }

    @Test
    void aClosedChannelIsTheEndAndACutFrameIsNot() throws IOException {
        byte[] whole = bytes(new HostMessage.PrepareWindow(5, 6));

        assertThat(host(new byte[0])).isNull();
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> host(cut)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void rubbishIsAnErrorOfInputAndNothingWorse() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] rubbish = new byte[8 + random.nextInt(200)];
            random.nextBytes(rubbish);
            ByteBuffer.wrap(rubbish).putInt(0, rubbish.length - 4);
            rubbish[4] = (byte) random.nextInt(9);
            assertThatCode(() -> ignoringInputErrors(rubbish)).doesNotThrowAnyException();
        }
    }

    private static void ignoringInputErrors(byte[] rubbish) {
        List<String> refused = new ArrayList<>();
        try {
            host(rubbish);
        } catch (IOException e) {
            refused.add(e.toString());
        }
        try {
            worker(rubbish);
        } catch (IOException e) {
            refused.add(e.toString());
        }
        assertThat(refused).doesNotContainNull();
    }

    @Test
    void aLyingLengthDoesNotClaimTheHeap() {
        byte[] lying = ByteBuffer.allocate(9)
                .putInt(Frames.MAX_FRAME_BYTES)
                .put((byte) 1)
                .putInt(1)
                .array();

        assertThatThrownBy(() -> host(lying)).isInstanceOf(EOFException.class);
    }
}
