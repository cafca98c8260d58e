package vn.thucchat.foundation.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Keeps {@code DATA_DIR} for its owner alone (0700; files of ours 0600), and refuses one in which somebody else could
 * have put something: what is in there is run with the service's rights and holds its keys.
 */
final class DataFolder {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Others can write what the service trusts. */
    static final class OpenToOthers extends Exception {
        private final transient Path what;

        private OpenToOthers(Path what) {
            super(what.toString());
            this.what = what;
        }

        /** What to do, in both languages. */
        String advice(Path folder) {
            boolean binaries = what.startsWith(folder.resolve("binaries"));
            String remedy = binaries
                    ? "rm -rf '%s'".formatted(folder.resolve("binaries"))
                    : "chown -R \"$(id -un)\" '%1$s' && chmod -R go-rwx '%1$s'".formatted(folder);
            return """

                    Người khác có thể ghi vào %1$s, nên nền tảng không khởi động: những gì ở đó chạy với quyền của dịch vụ. Hãy kiểm tra ai đã ghi gì, rồi chạy: %2$s
                    Others can write to %1$s, so the platform does not start: what is there runs with the service's rights. See who has written what, then run: %2$s

                    """.formatted(what, remedy);
        }
    }

    /**
     * Makes the folder, or looks at the one that is there.
     *
     * @throws OpenToOthers when somebody else owns it, or could write to it, its keys or its binaries
     */
    static DataFolder open(Path folder) throws IOException, OpenToOthers {
        var data = new DataFolder(folder);
        if (!Files.exists(folder)) {
            if (folder.getParent() != null) Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            return data;
        }
        data.demandClosed(folder);
        boolean unpacking = Files.exists(data.unpacking());
        Files.setPosixFilePermissions(folder, FOLDER);
        for (String name : new String[] {"secret-key", "database-password", "application-password", "lock"})
            if (Files.exists(folder.resolve(name))) {
                data.demandClosed(folder.resolve(name));
                Files.setPosixFilePermissions(folder.resolve(name), FILE);
            }
        // a process that died while the library had its folder open to all: nobody else could reach it
        if (unpacking) data.closeBinaries();
        else data.demandClosedBinaries();
        return data;
    }

    /** One that was opened before, by this process. */
    static DataFolder known(Path folder) {
        return new DataFolder(folder);
    }

    /** Before the library unpacks its binaries, which it does into a folder that it opens to all. */
    void beforeUnpacking() throws IOException {
        own(unpacking());
        own(folder.resolve("postgresql.log"));
    }

    /** When they are there: closed, too. */
    void afterUnpacking() throws IOException {
        closeBinaries();
        Files.deleteIfExists(unpacking());
    }

    private Path unpacking() {
        return folder.resolve("unpacking");
    }

    private static void own(Path file) throws IOException {
        if (!Files.exists(file)) Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE));
        else Files.setPosixFilePermissions(file, FILE);
    }

    private void closeBinaries() throws IOException {
        Path binaries = folder.resolve("binaries");
        if (!Files.exists(binaries)) return;
        Files.walkFileTree(binaries, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(visited, FOLDER);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) return FileVisitResult.CONTINUE;
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.removeAll(OTHERS_WRITE)) Files.setPosixFilePermissions(file, permissions);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void demandClosedBinaries() throws IOException, OpenToOthers {
        Path binaries = folder.resolve("binaries");
        if (!Files.exists(binaries)) return;
        try (var all = Files.walk(binaries)) {
            for (Path each : (Iterable<Path>) all::iterator) demandClosed(each);
        }
    }

    private void demandClosed(Path what) throws IOException, OpenToOthers {
        var attributes = Files.readAttributes(what, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean ours = attributes.owner().getName().equals(System.getProperty("user.name"))
                // without a name in this container: what may be written at all is looked at below
                || attributes.owner().getName().matches("\\d+");
        boolean closed =
                attributes.isSymbolicLink() || attributes.permissions().stream().noneMatch(OTHERS_WRITE::contains);
        if (!ours || !closed) throw new OpenToOthers(what);
    }
}
