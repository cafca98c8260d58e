package vn.thucchat.foundation.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Base backups of the embedded server in {@code BACKUP_DIR}: made, counted and, when there are newer ones, deleted
 * together with the archived segments that only they need.
 */
public final class Backups {

    /** Letters, digits and signs that neither a shell nor PostgreSQL's settings give a meaning. */
    public static final String PLAIN_PATH = "[\\p{L}\\p{N} ._/+@=-]+";

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final Path folder;
    private final int kept;
    private final InstantSource clock;

    /** @param kept how many base backups are kept, at least one */
    public Backups(Path folder, int kept, InstantSource clock) {
        if (kept < 1) throw new IllegalArgumentException("BACKUPS_KEPT must be at least 1");
        this.folder = folder;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Makes one, while the platform runs or not.
     *
     * @param data {@code DATA_DIR}
     * @return its file
     */
    public Path make(Path data) throws IOException, SQLException {
        String password = DatabaseServer.password(data.resolve("database-password"));
        try (Connection owner =
                DriverManager.getConnection(DatabaseServer.runningUrl(data), DatabaseServer.OWNER, password)) {
            return make(owner, data);
        }
    }

    private Path make(Connection owner, Path data) throws IOException, SQLException {
        createFolder(folder);
        var made = BaseBackup.make(owner, ServerProcess.dataDirectory(data), folder, clock.instant());
        LOG.info("Base backup {} of {} bytes", made.file(), Files.size(made.file()));
        deleteOld();
        return made.file();
    }

    /** A folder that nobody but the service reads, for the whole database is in it; one that is there stays as it is. */
    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private void deleteOld() throws IOException {
        List<BaseBackup> all = BaseBackup.in(folder);
        List<BaseBackup> remaining = all.subList(Math.max(0, all.size() - kept), all.size());
        for (BaseBackup old : all.subList(0, all.size() - remaining.size())) Files.delete(old.file());
        new WalArchive(folder).deleteBefore(remaining.getFirst().firstSegment());
    }

    /** Seconds since the last base backup was complete; not a number while there is none. */
    private double ageSeconds() {
        try {
            if (!Files.isDirectory(folder)) return Double.NaN;
            List<BaseBackup> all = BaseBackup.in(folder);
            if (all.isEmpty()) return Double.NaN;
            Instant last = all.getLast().completed();
            return Duration.between(last, clock.instant()).toMillis() / 1000.0;
        } catch (IOException | UncheckedIOException e) {
            return Double.NaN;
        }
    }

    void measured(MeterRegistry meters) {
        Gauge.builder("thucchat.backup.age.seconds", this, Backups::ageSeconds)
                .description("Since the last base backup was complete; NaN while there is none")
                .register(meters);
    }
}
