package vn.thucchat.foundation.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Copy of a running server's files, from which the archive of its write-ahead log goes on: {@code
 * base-20261129T190000Z.zip} in {@code BACKUP_DIR}. Made by PostgreSQL's own protocol ({@code pg_backup_start}, {@code
 * pg_backup_stop}: "Making a Base Backup Using the Low Level API"). The archive's comment tells the first segment that
 * it needs and from which instant on it can be restored.
 *
 * @param completed the earliest instant that it can be restored to
 * @param firstSegment {@code 000000010000000000000002}
 */
record BaseBackup(Path file, Instant completed, String firstSegment) {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'base-'yyyyMMdd'T'HHmmss'Z.zip'", Locale.ROOT);
    private static final Pattern FIRST_SEGMENT = Pattern.compile("START WAL LOCATION: .*\\(file ([0-9A-F]{24})\\)");
    private static final Pattern COMMENT = Pattern.compile("completed=(\\S+) firstSegment=([0-9A-F]{24})");

    /** What a restored server makes anew ("certain files should be omitted"). */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Pattern OMITTED =
            Pattern.compile("postmaster\\.(pid|opts)|backup_label.*|tablespace_map.*|pgsql_tmp.*|pg_internal\\.init.*");

    /**
     * Makes one.
     *
     * @param owner a connection of the owner, kept open meanwhile
     * @param data the server's data directory
     * @throws IOException when it cannot be written; nothing is left behind then
     */
    static BaseBackup make(Connection owner, Path data, Path folder, Instant now) throws IOException, SQLException {
        Path file = folder.resolve(NAME.format(now.atOffset(ZoneOffset.UTC)));
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var statement = owner.createStatement()) {
            // the archive that does not work would be waited for without end
            statement.execute("SET statement_timeout = '10min'");
            statement.execute("SELECT pg_backup_start('thucchat', fast => true)");
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            String segment;
            Instant completed;
            try (var zip = new ZipOutputStream(Files.newOutputStream(part))) {
                zip.setLevel(Deflater.BEST_SPEED);
                copy(data, zip);
                String label;
                // waits until the last segment that the copy needs is in the archive
                try (var row = statement.executeQuery("SELECT labelfile, clock_timestamp() FROM pg_backup_stop()")) {
                    row.next();
                    label = row.getString(1);
                    completed = row.getTimestamp(2).toInstant();
                }
                var first = FIRST_SEGMENT.matcher(label);
                if (!first.find()) throw new IOException("A backup label that names no segment: " + label);
                segment = first.group(1);
                zip.putNextEntry(new ZipEntry("backup_label"));
                zip.write(label.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
                zip.setComment("completed=%s firstSegment=%s".formatted(completed, segment));
            }
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file);
            return new BaseBackup(file, completed, segment);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(Path data, ZipOutputStream zip) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes of) throws IOException {
                String name = data.relativize(visited).toString();
                if (name.isEmpty()) return FileVisitResult.CONTINUE;
                zip.putNextEntry(new ZipEntry(name + "/"));
                zip.closeEntry();
                return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path visited, BasicFileAttributes of) throws IOException {
                if (OMITTED.matcher(visited.getFileName().toString()).matches()) return FileVisitResult.CONTINUE;
                try (InputStream in = Files.newInputStream(visited)) {
                    zip.putNextEntry(new ZipEntry(data.relativize(visited).toString()));
                    in.transferTo(zip);
                    zip.closeEntry();
                } catch (NoSuchFileException dropped) {
                    // a table that was dropped meanwhile: the log says so too
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path visited, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }
        });
    }

    /** All that are complete, the oldest first. */
    static List<BaseBackup> in(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("base-\\d{8}T\\d{6}Z\\.zip"))
                    .map(BaseBackup::read)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparing(BaseBackup::completed))
                    .toList();
        }
    }

    /** @return nothing for a file that was not finished */
    private static @Nullable BaseBackup read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var comment = COMMENT.matcher(String.valueOf(zip.getComment()));
            return comment.matches() ? new BaseBackup(file, Instant.parse(comment.group(1)), comment.group(2)) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    /** Unpacks it into a new data directory; every file's checksum is compared (CRC-32, by the ZIP format). */
    void unpack(Path data) throws IOException {
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (var zip = new ZipFile(file.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = data.resolve(entry.getName()).normalize();
                if (!target.startsWith(data)) throw new IOException("A file outside: " + entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                    Files.copy(in, target);
                    if (in.getChecksum().getValue() != entry.getCrc())
                        throw new IOException("Damaged in " + file + ": " + entry.getName());
                }
            }
        }
    }
}
