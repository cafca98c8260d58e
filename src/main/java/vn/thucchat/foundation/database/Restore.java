package vn.thucchat.foundation.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Restores a database from {@code BACKUP_DIR} as it was at an instant: the last base backup before it, then the archive
 * of the write-ahead log up to it ("Recovering Using a Continuous Archive Backup").
 */
public final class Restore {

    private static final long LOOK_EVERY_MS = 200;

    private Restore() {}

    /** Why nothing was restored, in both languages. */
    public static final class Refused extends Exception {
        private Refused(String vietnamese, String english) {
            super(vietnamese + System.lineSeparator() + english);
        }
    }

    /**
     * Restores into {@code DATA_DIR}, which holds no database yet.
     *
     * @param until what was committed later is left out; nothing: everything that was archived
     * @return when the last act that was restored was committed; nothing when the base backup holds all
     * @throws Refused when there is a database already, no backup that is old enough, or the archive ends earlier
     */
    public static Optional<Instant> run(Path backups, Path folder, Optional<Instant> until)
            throws IOException, SQLException, Refused {
        if (Files.exists(ServerProcess.dataDirectory(folder)))
            throw new Refused(
                    "Trong " + folder
                            + " đã có cơ sở dữ liệu. Hãy chuyển thư mục postgresql đi nơi khác, hoặc chọn DATA_DIR khác.",
                    "There is a database in " + folder
                            + " already. Move its folder postgresql elsewhere, or choose another DATA_DIR.");
        BaseBackup base = base(backups, until);
        FileLock lock = held(folder);
        try {
            return restored(base, new WalArchive(backups), folder, until);
        } finally {
            lock.channel().close();
        }
    }

    private static Optional<Instant> restored(BaseBackup base, WalArchive archive, Path folder, Optional<Instant> until)
            throws IOException, SQLException, Refused {
        Path directory = ServerProcess.dataDirectory(folder);
        base.unpack(directory);
        Files.createFile(directory.resolve("recovery.signal"));
        // only this machine, and only until it has a password again
        Files.writeString(
                directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n");
        var process = new ServerProcess(folder, DatabaseServer.password(folder.resolve("database-password")));
        try (EmbeddedPostgres postgres =
                started(process, () -> process.start(DataFolder.known(folder), archive.recovery(until), 0))) {
            return recovered(process, postgres);
        }
    }

    private static BaseBackup base(Path backups, Optional<Instant> until) throws IOException, Refused {
        if (!Files.isDirectory(backups))
            throw new Refused("Không có thư mục " + backups + ".", "There is no folder " + backups + ".");
        return BaseBackup.in(backups).stream()
                .filter(each -> until.isEmpty() || !each.completed().isAfter(until.get()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refused(
                        "Trong " + backups + " không có bản sao lưu nào hoàn thành trước thời điểm đó.",
                        "No backup in " + backups + " was complete by then."));
    }

    private static FileLock held(Path folder) throws IOException, Refused {
        try {
            DataFolder.open(folder);
            return DatabaseServer.lock(folder.resolve("lock"));
        } catch (DataFolder.OpenToOthers open) {
            throw new Refused(open.advice(folder), "");
        } catch (DatabaseServer.FolderInUse running) {
            throw new Refused(
                    "Một tiến trình khác đang dùng " + folder + ".", "Another process is using " + folder + ".");
        }
    }

    /**
     * Starts the server, and waits no longer when it has ended: one that cannot reach its target ends by itself, while
     * one that has much to replay may take hours.
     */
    private static EmbeddedPostgres started(ServerProcess process, Callable<EmbeddedPostgres> start)
            throws IOException, Refused {
        Thread starting = Thread.currentThread();
        var done = new AtomicBoolean();
        Thread.ofVirtual().start(() -> {
            try {
                boolean seen = false;
                while (!done.get()) {
                    boolean runs = process.running().isPresent();
                    if (seen && !runs) starting.interrupt();
                    seen |= runs;
                    Thread.sleep(LOOK_EVERY_MS);
                }
            } catch (IOException | InterruptedException e) {
                // the wait takes as long as it takes
            }
        });
        try {
            return start.call();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw endsEarlier(process);
        } finally {
            done.set(true);
            Thread.interrupted();
        }
    }

    private static Optional<Instant> recovered(ServerProcess process, EmbeddedPostgres postgres)
            throws IOException, SQLException, Refused {
        String url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
        while (true) {
            try (var connection = DriverManager.getConnection(url, DatabaseServer.OWNER, "")) {
                if (!is(connection, "SELECT pg_is_in_recovery()")) {
                    process.demandPassword(url);
                    return last(connection);
                }
            } catch (SQLException away) {
                if (process.running().isEmpty()) throw endsEarlier(process);
            }
            try {
                Thread.sleep(LOOK_EVERY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private static Refused endsEarlier(ServerProcess process) {
        return new Refused(
                "Không khôi phục được tới thời điểm đó: bản lưu kết thúc sớm hơn, hoặc bị hỏng. Xem " + process.log()
                        + "; xóa thư mục postgresql bên cạnh rồi thử thời điểm sớm hơn, hoặc không nêu thời điểm.",
                "Cannot be restored up to then: the archive ends earlier, or is damaged. See " + process.log()
                        + "; delete the folder postgresql beside it and try an earlier time, or none.");
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Optional<Instant> last(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_last_xact_replay_timestamp()")) {
            row.next();
            return Optional.ofNullable(row.getTimestamp(1)).map(java.sql.Timestamp::toInstant);
        }
    }
}
