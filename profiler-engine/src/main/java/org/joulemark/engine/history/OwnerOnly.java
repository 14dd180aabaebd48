package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps the history to its owner: it tells what is measured where, and its key signs it. Where the file system has no
 * POSIX permissions (Windows), folders in the user's profile are private already.
 */
final class OwnerOnly {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private OwnerOnly() {}

    /** Makes the folder, and those above it that are missing, for the owner only; one that is there stays as it is. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attribute(folder, "rwx------"));
    }

    /** Makes an empty file for the owner only, or takes everybody else's rights from the one that is there. */
    static void makeFile(Path file) throws IOException {
        try {
            Files.createFile(file, attribute(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            tighten(file);
        }
    }

    /**
     * Takes everybody else's rights to a file or folder of ours; one of another user stays as that one wants it. What a
     * link leads to is not ours to change: whoever made the link chose it.
     */
    static void tighten(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        PosixFileAttributes now = view.readAttributes();
        if (!now.isRegularFile() && !now.isDirectory()) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.copyOf(now.permissions());
        if (now.owner().getName().equals(System.getProperty("user.name")) && permissions.removeAll(OTHERS)) {
            try {
                view.setPermissions(permissions);
            } catch (FileSystemException e) {
                // On read-only media nothing can be changed, and nothing need stop for it. Nor for a link put there
                // since.
                return;
            }
        }
    }

    /** What to make a file with so that only its owner has {@code rights}. */
    static FileAttribute<?>[] attribute(Path file, String rights) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
