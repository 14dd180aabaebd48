package org.joulemark.engine.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder for what a process needs only while it lives, readable by its owner only. The process holds a lock in it
 * that the system drops when the process ends, however it ends; so a later start can tell what was left behind, also
 * where process ids mean something else, and {@linkplain #sweep sweeps} it.
 */
public final class ScratchFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    /** Short, because the path of a socket may not exceed about 100 bytes. */
    private static final Pattern NAME = Pattern.compile("jm([0-9]+)-[0-9]+");

    private final Path folder;
    private final FileChannel lock;

    private ScratchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** A new folder in the system's folder for temporary files. */
    public static ScratchFolder temporary() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** A new folder in the first of {@code parents} from which programs, and so native libraries, may be loaded. */
    public static Optional<ScratchFolder> executable(List<Path> parents) {
        return parents.stream()
                .filter(ScratchFolder::runsPrograms)
                .flatMap(parent -> possible(parent).stream())
                .findFirst();
    }

    /** Empty where no folder can be made: the next parent may do. */
    private static Optional<ScratchFolder> possible(Path parent) {
        try {
            return Optional.of(in(parent));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A new folder in {@code parent}. */
    static ScratchFolder in(Path parent) throws IOException {
        Path folder =
                Files.createTempDirectory(parent, "jm" + ProcessHandle.current().pid() + "-");
        boolean held = false;
        try {
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            held = true;
            return new ScratchFolder(folder, lock);
        } finally {
            if (!held) {
                delete(folder);
            }
        }
    }

    /** The folder. */
    public Path path() {
        return folder;
    }

    /** Removes the folders in {@code parent} that dead processes of the same user left behind. */
    public void sweep(Path parent) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, "jm*")) {
            UserPrincipal owner = Files.getOwner(folder);
            for (Path other : left) {
                if (leftBehind(other, owner)) {
                    delete(other);
                }
            }
        } catch (IOException e) {
            // What lies about does no harm; the next start tries again.
            return;
        }
    }

    private static boolean leftBehind(Path other, UserPrincipal owner) throws IOException {
        Matcher name = NAME.matcher(other.getFileName().toString());
        if (!name.matches()
                || !Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                || !Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
            return false;
        }
        long pid = Long.parseLong(name.group(1));
        // Where locks are POSIX locks, to open and close a lock of this very process would drop it.
        return pid != ProcessHandle.current().pid()
                && (Files.exists(other.resolve(LOCK))
                        ? unlocked(other.resolve(LOCK))
                        : ProcessHandle.of(pid).isEmpty());
    }

    private static boolean unlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Whether programs in {@code folder}, which is made if it is not there, may run: on a file system mounted noexec
     * nothing is executable.
     */
    public static boolean runsPrograms(Path folder) {
        try {
            Path probe = Files.createTempFile(Files.createDirectories(folder), "jm", ".probe");
            try {
                return probe.toFile().setExecutable(true) && Files.isExecutable(probe);
            } finally {
                Files.deleteIfExists(probe);
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** Deletes a folder with all it holds; what cannot be deleted now is left to a later start. */
    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // For instance a library that Windows still holds: the next sweep finds it.
            return;
        }
    }

    /** Removes the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // It goes with the file.
            return;
        } finally {
            delete(folder);
        }
    }
}
