package org.joulemark.engine.worker;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import org.joulemark.engine.protocol.Frames;
import org.joulemark.engine.protocol.HostMessage;
import org.joulemark.engine.protocol.WorkerMessage;
import org.jspecify.annotations.Nullable;

/**
 * The child process that runs models. It connects to the host's socket, says hello and does what it is told. When the
 * socket closes it ends at once, also in the middle of a call: a dead host leaves no orphan.
 */
public final class WorkerMain {
    private final OrtEnvironment environment;
    private final SocketChannel channel;
    private @Nullable ModelSession model;
    private @Nullable FedModel fed;

    private WorkerMain(OrtEnvironment environment, SocketChannel channel) {
        this.environment = environment;
        this.channel = channel;
    }

    /** One argument: the path of the host's Unix-domain socket. */
    public static void main(String[] args) throws Exception {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[0]));
            OrtEnvironment environment = OrtEnvironment.getEnvironment("joulemark");
            environment.setTelemetry(false);
            new WorkerMain(environment, channel).serve();
        }
    }

    private void serve() throws IOException, InterruptedException {
        LinkedBlockingQueue<HostMessage> inbox = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("inbox").start(() -> receive(inbox));
        Frames.write(channel, hello());
        while (true) {
            Frames.write(channel, answer(inbox.take()));
        }
    }

    private WorkerMessage.Hello hello() {
        return new WorkerMessage.Hello(
                ProcessHandle.current().pid(),
                Frames.PROTOCOL,
                environment.getVersion(),
                OrtEnvironment.getAvailableProviders().stream().map(Enum::name).toList());
    }

    /** Ends the process when the host closes or says stop; native code may be running, so nothing else would. */
    private void receive(LinkedBlockingQueue<HostMessage> inbox) {
        try {
            HostMessage message = Frames.readHost(channel);
            while (message != null && !(message instanceof HostMessage.Stop)) {
                inbox.add(message);
                message = Frames.readHost(channel);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException e) {
            System.err.println("joulemark worker: lost the host: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private WorkerMessage answer(HostMessage message) {
        String stage = stage(message);
        try {
            return switch (message) {
                case HostMessage.Load load -> load(load);
                case HostMessage.Feed feed -> feed(feed);
                case HostMessage.PrepareWindow window -> ready().prepare(window);
                case HostMessage.RunWindow _ -> ready().run();
                case HostMessage.SendWindow _ -> ready().sent();
                case HostMessage.Evaluate _ -> ready().evaluate();
                case HostMessage.Profile profile -> ready().profile(profile);
                case HostMessage.Stop _ -> throw new IllegalStateException("stop is handled where it arrives");
            };
        } catch (RefusedException e) {
            return failed(stage, "refused", e);
        } catch (OutOfMemoryError e) {
            return failed(stage, "out-of-memory", e);
        } catch (OrtException | IOException | RuntimeException e) {
            return failed(stage, "error", e);
        }
    }

    private static WorkerMessage failed(String stage, String kind, Throwable cause) {
        String message = cause.getMessage();
        return new WorkerMessage.Failed(stage, kind, message == null ? cause.toString() : message);
    }

    private static String stage(HostMessage message) {
        return switch (message) {
            case HostMessage.Load _ -> "load";
            case HostMessage.Feed _ -> "feed";
            case HostMessage.PrepareWindow _, HostMessage.RunWindow _, HostMessage.SendWindow _ -> "run";
            case HostMessage.Evaluate _ -> "evaluate";
            case HostMessage.Profile _ -> "profile";
            case HostMessage.Stop _ -> "stop";
        };
    }

    private WorkerMessage load(HostMessage.Load load) throws OrtException, RefusedException {
        drop();
        ModelSession loaded = new ModelSession(environment, load);
        model = loaded;
        return new WorkerMessage.Loaded(loaded.loadNanos(), loaded.inputs(), loaded.outputs());
    }

    private WorkerMessage feed(HostMessage.Feed feed) throws OrtException, RefusedException {
        ModelSession loaded = model;
        if (loaded == null) {
            throw new RefusedException("no model is loaded");
        }
        if (fed != null) {
            fed.close();
            fed = null;
        }
        FedModel now = new FedModel(loaded, feed);
        fed = now;
        return now.fed();
    }

    private FedModel ready() throws RefusedException {
        FedModel now = fed;
        if (now == null) {
            throw new RefusedException("no inputs were given");
        }
        return now;
    }

    private void drop() throws OrtException {
        if (fed != null) {
            fed.close();
            fed = null;
        }
        if (model != null) {
            model.close();
            model = null;
        }
    }
}
