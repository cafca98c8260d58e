package vn.thucchat.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Archive of the server's write-ahead log (PostgreSQL, "Continuous Archiving and Point-in-Time Recovery"): each segment
 * compressed as {@code wal/<segment>.gz}, at the latest a minute after something was written. An archived segment is
 * never overwritten.
 *
 * @param folder {@code BACKUP_DIR}
 */
record WalArchive(Path folder) {

    /** A machine that is lost takes at most the acts of so many seconds with it. */
    private static final int SEGMENT_SECONDS = 60;

    /** A segment's name is its timeline (8 hexadecimal digits), then its place in the log (16). */
    private static final String SEGMENT = "[0-9A-F]{24}(\\.[0-9A-F]{8}\\.backup)?\\.gz";

    private static final int TIMELINE_DIGITS = 8;

    WalArchive {
        if (!folder.toString().matches(Backups.PLAIN_PATH))
            throw new IllegalArgumentException(
                    "BACKUP_DIR may hold letters, digits, spaces and ._/+@=- only: " + folder);
    }

    private Path segments() {
        return folder.resolve("wal");
    }

    void create() throws IOException {
        Backups.createFolder(segments());
    }

    /** What the server is started with to archive. Values are quoted for the shell that starts it. */
    Map<String, String> archiving() {
        String kept = "\"" + segments() + "/%f.gz\"";
        String part = "\"" + segments() + "/%f.part\"";
        return Map.of(
                "archive_mode", "on",
                "archive_timeout", Integer.toString(SEGMENT_SECONDS),
                "archive_command",
                        quoted(("if test -f %1$s; then gzip -dc %1$s | cmp -s - \"%%p\"; else"
                                        + " gzip -c \"%%p\" > %2$s && sync %2$s && mv %2$s %1$s; fi")
                                .formatted(kept, part)));
    }

    /** What a server is started with to read the archive until an instant, or to its end. */
    Map<String, String> recovery(Optional<Instant> until) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "restore_command", quoted("gzip -dc \"" + segments() + "/%f.gz\" > \"%p\""),
                "recovery_target_action", "promote",
                // what it replays is not sent to the archive that it comes from
                "archive_mode", "off"));
        // a zone that is written as a number is the only one that the setting takes
        until.ifPresent(
                at -> settings.put("recovery_target_time", quoted(at.toString().replace("Z", "+00"))));
        return settings;
    }

    /** Deletes the segments that no base backup needs that begins at this one or later. */
    void deleteBefore(String segment) throws IOException {
        String place = segment.substring(TIMELINE_DIGITS);
        List<Path> old;
        try (var all = Files.list(segments())) {
            old = all.filter(file -> file.getFileName().toString().matches(SEGMENT))
                    .filter(file -> file.getFileName()
                                    .toString()
                                    .substring(TIMELINE_DIGITS)
                                    .compareTo(place)
                            < 0)
                    .toList();
        }
        for (Path each : old) Files.delete(each);
    }

    private static String quoted(String value) {
        return "'" + value + "'";
    }
}
