package vn.thucchat.foundation.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real PostgreSQL of an installation that names no {@code DATABASE_URL}, kept in {@code DATA_DIR}. One process
 * at a time may hold the folder; a server that a killed process left behind is stopped first, then started anew on
 * the same files.
 */
public final class DatabaseServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final FileLock lock;
    private final String password;

    private DatabaseServer(EmbeddedPostgres postgres, FileLock lock, String password) {
        this.postgres = postgres;
        this.lock = lock;
        this.password = password;
    }

    /** Starts the embedded server, or nothing when {@code DATABASE_URL} names one; ends the process when it cannot. */
    public static Optional<DatabaseServer> fromEnvironment(Map<String, String> environment) {
        if (!environment.getOrDefault("DATABASE_URL", "").isBlank()) {
            NamedDatabase.demand(environment);
            return Optional.empty();
        }
        Path folder = Path.of(environment.getOrDefault("DATA_DIR", "./data"))
                .toAbsolutePath()
                .normalize();
        try {
            return Optional.of(start(folder));
        } catch (FolderInUse inUse) {
            System.err.printf(
                    "%nThư mục %s đang được một tiến trình khác sử dụng. Hãy dừng tiến trình đó hoặc chọn DATA_DIR khác.%n"
                            + "The folder %s is in use by another process. Stop it, or choose another DATA_DIR.%n%n",
                    folder, folder);
            System.exit(75);
            throw new IllegalStateException(inUse);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL in " + folder + " did not start", e);
        }
    }

    /** @throws FolderInUse when another process holds the folder */
    static DatabaseServer start(Path folder) throws IOException, SQLException, FolderInUse {
        Files.createDirectories(folder);
        FileLock lock = lock(folder.resolve("lock"));
        Path data = folder.resolve("postgresql");
        stopOrphan(data.resolve("postmaster.pid"));
        String password = password(folder.resolve("database-password"));
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgresql.log").toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("postgresql.log").toFile()));
        // The library starts a throw-away server (no fsync, lazy commits); this one keeps what it acknowledged.
        Map.of(
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "full_page_writes", "on",
                        "max_connections", "120",
                        "shared_buffers", "512MB",
                        "work_mem", "16MB",
                        "maintenance_work_mem", "256MB",
                        "max_wal_size", "4GB",
                        "jit", "off",
                        "listen_addresses", "localhost")
                .forEach(builder::setServerConfig);
        EmbeddedPostgres postgres = builder.start();
        var server = new DatabaseServer(postgres, lock, password);
        server.demandPassword(data.resolve("pg_hba.conf"));
        return server;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    public String username() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postgres.close();
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path file) throws IOException, FolderInUse {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer as for another one
        }
        if (lock == null) {
            channel.close();
            throw new FolderInUse();
        }
        return lock;
    }

    /** We hold the folder, so a server that still runs on it belongs to a process that was killed. */
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return;
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) return;
        long pid = Long.parseLong(lines.getFirst().strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid)
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
        if (orphan.isEmpty()) {
            // The number may have gone to another process since; PostgreSQL would take it for itself and refuse.
            Files.delete(pidFile);
            return;
        }
        ProcessHandle server = orphan.get();
        try {
            // SIGINT: PostgreSQL's fast shutdown. Java itself can send only SIGTERM, which waits for clients.
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            server.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            server.destroyForcibly();
        }
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    /** The library's initdb trusts everybody on this machine; after the first start only the password opens. */
    private void demandPassword(Path hba) throws IOException, SQLException {
        String rules =
                "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
        if (Files.readString(hba).equals(rules)) return;
        try (var connection = DriverManager.getConnection(jdbcUrl(), username(), password);
                var statement = connection.createStatement()) {
            // hexadecimal, so that nothing needs quoting
            statement.execute("ALTER USER postgres PASSWORD '" + password + "'");
            Files.writeString(hba, rules);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Another process holds {@code DATA_DIR}. */
    static final class FolderInUse extends Exception {}
}
