package org.joulemark.engine.bench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.Placement;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.Tick;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.protocol.Frames;
import org.joulemark.engine.protocol.HostMessage;
import org.joulemark.engine.protocol.ProtocolException;
import org.joulemark.engine.protocol.WorkerMessage;

/** A worker in a child process, watched for silence and for memory. */
public final class WorkerProcess implements InferenceWorker {
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int PROFILED_CALLS = 5;

    /** Stands in the inbox for "the channel has ended". */
    private static final WorkerMessage.Failed ENDED = new WorkerMessage.Failed("", "ended", "");

    private final WorkerSettings settings;
    private final Process process;
    private final SocketChannel channel;
    private final ScratchFolder scratch;
    private final ErrorTail tail;
    private final ProcessMemory memory;
    private final LinkedBlockingQueue<WorkerMessage> inbox = new LinkedBlockingQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final long memoryKillsBefore = MemoryKiller.kills();
    private final Ready ready;
    private volatile long peakResidentBytes;
    private long preparedNanos;

    private WorkerProcess(WorkerSettings settings, NativeCache natives, Spawned spawned) throws WorkerException {
        this.settings = settings;
        this.process = spawned.process();
        this.channel = spawned.channel();
        this.scratch = spawned.scratch();
        this.tail = spawned.tail();
        this.memory = new ProcessMemory(process.pid());
        Thread.ofPlatform().daemon().name("worker-inbox-" + process.pid()).start(this::receive);
        WorkerMessage.Hello hello = expect(WorkerMessage.Hello.class, "start", settings.hangNanos());
        this.ready = new Ready(hello.onnxRuntime(), natives.sha256(), natives.librarySha256(), hello.providers());
    }

    private record Spawned(Process process, SocketChannel channel, ScratchFolder scratch, ErrorTail tail) {}

    /** Starts a worker and waits until it is ready. */
    static WorkerProcess start(WorkerSettings settings, NativeCache natives) throws WorkerException {
        try {
            ScratchFolder scratch = ScratchFolder.temporary();
            WorkerProcess worker = null;
            try {
                worker = new WorkerProcess(settings, natives, spawn(natives, scratch, settings.hangNanos()));
                return worker;
            } finally {
                if (worker == null) {
                    scratch.close();
                }
            }
        } catch (IOException e) {
            throw new WorkerException(
                    new Failure("start", "error", "cannot start a worker process: " + UserError.reason(e), ""));
        }
    }

    private static Spawned spawn(NativeCache natives, ScratchFolder scratch, long timeoutNanos)
            throws IOException, WorkerException {
        Path folder = scratch.path();
        Path socket = folder.resolve("s");
        ErrorTail tail = new ErrorTail();
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            server.configureBlocking(false);
            ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(natives.folder(), socket));
            builder.redirectErrorStream(true).directory(folder.toFile());
            // StringNormalizer wants a UTF-8 locale; telemetry is off in every build.
            builder.environment().putIfAbsent("LC_ALL", "C.UTF-8");
            builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
            Process process = builder.start();
            process.getOutputStream().close();
            tail.follow(process.getInputStream());
            return new Spawned(process, accept(server, process, tail, timeoutNanos), scratch, tail);
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    private static SocketChannel accept(ServerSocketChannel server, Process process, ErrorTail tail, long timeoutNanos)
            throws IOException, WorkerException {
        long deadline = System.nanoTime() + timeoutNanos;
        try {
            while (System.nanoTime() < deadline) {
                SocketChannel channel = server.accept();
                if (channel != null) {
                    return channel;
                }
                if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                    throw new WorkerException(WorkerEnd.ended("start", process.exitValue(), tail.text(), 0));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new WorkerException(WorkerEnd.hung("start", timeoutNanos, tail.text()));
    }

    private void receive() {
        try {
            WorkerMessage message = Frames.readWorker(channel);
            while (message != null) {
                inbox.add(message);
                message = Frames.readWorker(channel);
            }
        } catch (ProtocolException e) {
            inbox.add(new WorkerMessage.Failed("", "error", "the worker sent rubbish: " + e.getMessage()));
        } catch (IOException e) {
            // A process that was killed resets its channel instead of ending it; either way it is over.
            inbox.add(ENDED);
            return;
        }
        inbox.add(ENDED);
    }

    @Override
    public Ready ready() {
        return ready;
    }

    @Override
    public Loaded load(LoadRequest request) throws WorkerException {
        send(
                new HostMessage.Load(
                        request.model().toAbsolutePath().toString(),
                        request.provider().value(),
                        request.deviceIndex(),
                        request.intraOpThreads(),
                        request.freeDimensions(),
                        request.strictPlacement()),
                "load");
        WorkerMessage.Loaded loaded = expect(WorkerMessage.Loaded.class, "load", settings.hangNanos());
        return new Loaded(loaded.loadNanos(), loaded.inputs(), loaded.outputs());
    }

    @Override
    public Fed feed(List<TensorData> inputs, int batchSize) throws WorkerException {
        send(new HostMessage.Feed(inputs, batchSize), "feed");
        WorkerMessage.Fed fed = expect(WorkerMessage.Fed.class, "feed", settings.hangNanos());
        return new Fed(fed.rows(), fed.outputsPinned(), fed.firstInferenceNanos(), fed.notNumbers());
    }

    @Override
    public long prepare(long windowNanos, long minCalls) throws WorkerException {
        long sent = System.nanoTime();
        send(new HostMessage.PrepareWindow(windowNanos, minCalls), "run");
        WorkerMessage.WindowReady made = expect(WorkerMessage.WindowReady.class, "run", settings.hangNanos());
        preparedNanos = windowNanos;
        // It was asked after we sent and said so before we received: both differences bound the clocks' own.
        return Math.max(Math.abs(made.receivedNanos() - sent), Math.abs(System.nanoTime() - made.readyNanos()));
    }

    @Override
    public CallSpan runPrepared() throws WorkerException {
        send(new HostMessage.RunWindow(), "run");
        WorkerMessage.WindowEnded ended =
                expect(WorkerMessage.WindowEnded.class, "run", preparedNanos + settings.hangNanos());
        return new CallSpan(new Tick(ended.beginNanos()), new Tick(ended.endNanos()));
    }

    @Override
    public Window collect() throws WorkerException {
        send(new HostMessage.SendWindow(), "run");
        WorkerMessage.WindowDone done = expect(WorkerMessage.WindowDone.class, "run", settings.hangNanos());
        return new Window(done.calls(), done.cpuNanos(), done.allocatedBytesPerCall(), done.truncated());
    }

    @Override
    public List<OutputValue> evaluate() throws WorkerException {
        send(new HostMessage.Evaluate(), "evaluate");
        return expect(WorkerMessage.Evaluated.class, "evaluate", 10 * settings.hangNanos())
                .outputs();
    }

    @Override
    public Placement profile() throws WorkerException {
        send(
                new HostMessage.Profile(
                        PROFILED_CALLS, scratch.path().resolve("profile").toString()),
                "profile");
        return Profiles.placement(expect(WorkerMessage.Profiled.class, "profile", 2 * settings.hangNanos())
                .json());
    }

    private void send(HostMessage message, String stage) throws WorkerException {
        try {
            Frames.write(channel, message);
        } catch (IOException e) {
            throw new WorkerException(ended(stage));
        } catch (OutOfMemoryError e) {
            throw new WorkerException(
                    new Failure(stage, "refused", "the inputs are larger than one message can carry (2 GB)", ""));
        }
    }

    private <T extends WorkerMessage> T expect(Class<T> type, String stage, long timeoutNanos) throws WorkerException {
        WorkerMessage message = await(stage, timeoutNanos);
        if (type.isInstance(message)) {
            return type.cast(message);
        }
        if (message instanceof WorkerMessage.Failed failed && !failed.kind().equals(ENDED.kind())) {
            throw new WorkerException(
                    new Failure(stage, failed.kind(), OrtWords.plain(failed.message(), tail.text()), tail.text()));
        }
        throw new WorkerException(ended(stage));
    }

    private WorkerMessage await(String stage, long timeoutNanos) throws WorkerException {
        long deadline = System.nanoTime() + timeoutNanos;
        try {
            while (System.nanoTime() < deadline) {
                WorkerMessage message = inbox.poll(WATCH_NANOS, TimeUnit.NANOSECONDS);
                if (message != null) {
                    peakResidentBytes = Math.max(peakResidentBytes, memory.peakBytes());
                    return message;
                }
                watchMemory(stage);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new WorkerException(WorkerEnd.hung(stage, timeoutNanos, tail.text()));
    }

    private void watchMemory(String stage) throws WorkerException {
        long resident = memory.residentBytes();
        peakResidentBytes = Math.max(peakResidentBytes, resident);
        if (resident > settings.memoryLimitBytes()) {
            kill();
            throw new WorkerException(WorkerEnd.tooLarge(stage, settings.memoryLimitBytes(), tail.text()));
        }
    }

    private Failure ended(String stage) {
        if (stopped.get()) {
            return WorkerEnd.stopped(stage);
        }
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return WorkerEnd.ended(
                        stage, process.exitValue(), tail.text(), MemoryKiller.kills() - memoryKillsBefore);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Failure(stage, "crashed", "the worker closed its channel", tail.text());
    }

    @Override
    public long peakResidentBytes() {
        peakResidentBytes = Math.max(peakResidentBytes, memory.peakBytes());
        return peakResidentBytes;
    }

    @Override
    public String errorTail() {
        return tail.text();
    }

    @Override
    public void kill() {
        stopped.set(true);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        peakResidentBytes = Math.max(peakResidentBytes, memory.peakBytes());
        try {
            channel.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        scratch.close();
    }
}
