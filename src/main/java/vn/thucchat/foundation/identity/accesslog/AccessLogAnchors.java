package vn.thucchat.foundation.identity.accesslog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * The seal of the access log's end, once a day, in {@code DATA_DIR/access-log-anchors}: outside the database, so that
 * whoever cuts off the log's end there is found. A line is a day, a position and a seal:
 * {@code 2026-11-28 1204 9f86d081…}. Copies of it may be kept anywhere, for it tells nothing of the log.
 */
@Component
class AccessLogAnchors {

    record Anchor(LocalDate day, long position, String seal) {

        String line() {
            return day + " " + position + " " + seal + "\n";
        }

        static Anchor of(String line) {
            String[] parts = line.strip().split(" ", 3);
            return new Anchor(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
        }
    }

    private final Path file;

    @Autowired
    AccessLogAnchors(@Value("${thucchat.data-dir}") Path folder) {
        this.file = folder.resolve("access-log-anchors");
    }

    /** Kept when it is the first of its day. */
    void keep(AccessLogSeal.End end, Instant at) {
        LocalDate day = BusinessTime.day(at);
        List<Anchor> kept = all();
        if (!kept.isEmpty() && !kept.getLast().day().isBefore(day)) return;
        var anchor = new Anchor(day, end.position(), HexFormat.of().formatHex(end.seal()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file))
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, anchor.line(), StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException("The access log's anchor cannot be kept in " + file, e);
        }
    }

    List<Anchor> all() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank())
                            .map(Anchor::of)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The access log's anchors cannot be read in " + file, e);
        }
    }
}
