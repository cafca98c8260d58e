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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real PostgreSQL of an installation that names no {@code DATABASE_URL}, kept in {@code DATA_DIR}. One process
 * at a time may hold the folder; a server that a killed process left behind is stopped first, then started anew on
 * the same files.
 */
public final class DatabaseServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseServer.class);

    private static final int RESTARTS = 3;

    /** Options of {@code initdb}: letters are Unicode's and the order is that of code points, on every machine. */
    public static final Map<String, String> LOCALE =
            Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    /** Owns the tables and migrates them; the application itself comes as {@link ApplicationRole}. */
    private static final String OWNER = "postgres";

    private final Path folder;
    private final FileLock lock;
    private final String password;
    private final String applicationPassword;
    private EmbeddedPostgres postgres;
    private boolean closed;

    private DatabaseServer(
            Path folder, FileLock lock, String password, String applicationPassword, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.lock = lock;
        this.password = password;
        this.applicationPassword = applicationPassword;
        this.postgres = postgres;
    }

    /** Starts the embedded server, or nothing when {@code DATABASE_URL} names one; ends the process when it cannot. */
    public static Optional<DatabaseServer> fromEnvironment(Map<String, String> environment) {
        if (!environment.getOrDefault("DATABASE_URL", "").isBlank()) {
            NamedDatabase.demand(environment);
            return Optional.empty();
        }
        Path folder = folder(environment);
        try {
            return Optional.of(start(folder));
        } catch (FolderInUse inUse) {
            System.err.printf(
                    "%nThư mục %s đang được một tiến trình khác sử dụng. Hãy dừng tiến trình đó hoặc chọn DATA_DIR khác.%n"
                            + "The folder %s is in use by another process. Stop it, or choose another DATA_DIR.%n%n",
                    folder, folder);
            System.exit(75);
            throw new IllegalStateException(inUse);
        } catch (DataFolder.OpenToOthers open) {
            System.err.print(open.advice(folder));
            System.exit(78);
            throw new IllegalStateException(open);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL in " + folder + " did not start", e);
        }
    }

    /**
     * Lets something read the installation's database: the one that {@code DATABASE_URL} names, or the embedded one,
     * which is started for the while unless the platform runs on it.
     */
    public static <T> T reading(Map<String, String> environment, Function<DataSource, T> reader) throws Exception {
        String url = environment.getOrDefault("DATABASE_URL", "");
        if (!url.isBlank())
            return reader.apply(source(
                    url,
                    environment.getOrDefault("DATABASE_USER", OWNER),
                    environment.getOrDefault("DATABASE_PASSWORD", "")));
        Path folder = folder(environment);
        try (var server = start(folder)) {
            return reader.apply(source(server.jdbcUrl(), server.username(), server.password()));
        } catch (FolderInUse running) {
            String port = Files.readAllLines(pidFile(folder)).get(3).strip();
            return reader.apply(source(
                    "jdbc:postgresql://localhost:" + port + "/postgres",
                    ApplicationRole.NAME,
                    password(folder.resolve("application-password"))));
        }
    }

    /** {@code DATA_DIR}. */
    public static Path folder(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("DATA_DIR", "./data"))
                .toAbsolutePath()
                .normalize();
    }

    private static DataSource source(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /**
     * @throws FolderInUse when another process holds the folder
     * @throws DataFolder.OpenToOthers when somebody else could have put something into it
     */
    static DatabaseServer start(Path folder) throws IOException, SQLException, FolderInUse, DataFolder.OpenToOthers {
        DataFolder data = DataFolder.open(folder);
        FileLock lock = lock(folder.resolve("lock"));
        stopOrphan(pidFile(folder));
        String password = password(folder.resolve("database-password"));
        var server = new DatabaseServer(
                folder,
                lock,
                password,
                password(folder.resolve("application-password")),
                started(data, builder(folder, password)));
        server.demandPassword(folder.resolve("postgresql/pg_hba.conf"));
        ApplicationRole.put(server.jdbcUrl(), OWNER, password, server.applicationPassword);
        Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
        return server;
    }

    /** The library opens its folder to all, and is closed again. */
    private static EmbeddedPostgres started(DataFolder data, EmbeddedPostgres.Builder builder) throws IOException {
        data.beforeUnpacking();
        EmbeddedPostgres postgres = builder.start();
        data.afterUnpacking();
        return postgres;
    }

    private static EmbeddedPostgres.Builder builder(Path folder, String password) {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                folder.resolve("postgresql.log").toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", password)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        LOCALE.forEach(builder::setLocaleConfig);
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
        builder.setServerConfig("timezone", "UTC").setServerConfig("log_timezone", "UTC");
        return builder;
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("postgresql/postmaster.pid");
    }

    /** A server that is gone though nobody closed it is started again in its place; ends the process when it cannot. */
    private void watch() {
        while (true) {
            server().ifPresent(process -> process.onExit().join());
            synchronized (this) {
                if (closed) return;
                LOG.warn("PostgreSQL in {} has ended by itself; starting it again", folder);
                if (startedAgain()) continue;
            }
            System.err.printf(
                    "%nPostgreSQL trong %s đã dừng và không khởi động lại được; xem %s. Hãy chạy lại ./run.%n"
                            + "PostgreSQL in %1$s has ended and does not start again; see %2$s. Start with ./run again.%n%n",
                    folder, folder.resolve("postgresql.log"));
            System.exit(70);
        }
    }

    private boolean startedAgain() {
        int port = postgres.getPort();
        for (int tries = 1; tries <= RESTARTS; tries++) {
            try {
                endAbandoned();
                // lets go of the folder; there is nothing left to stop
                postgres.close();
                // the pool knows the address of the first
                postgres = started(
                        DataFolder.known(folder), builder(folder, password).setPort(port));
                LOG.warn("PostgreSQL in {} runs again", folder);
                return true;
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL in {} did not start again, try {} of {}", folder, tries, RESTARTS, e);
            }
        }
        return false;
    }

    /** What a killed server leaves behind holds its memory until it notices, which keeps a new one from starting. */
    private void endAbandoned() throws IOException {
        String binaries = folder.resolve("binaries") + "/";
        var abandoned = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .map(command -> command.startsWith(binaries) && command.endsWith("postgres"))
                        .orElse(false))
                .toList();
        abandoned.forEach(ProcessHandle::destroyForcibly);
        abandoned.forEach(process -> process.onExit().join());
        Files.deleteIfExists(pidFile(folder));
    }

    private Optional<ProcessHandle> server() {
        try {
            return server(pidFile(folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public synchronized String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
    }

    /** What Spring must be told: the application comes as {@link #username}, its migrations as {@link #owner}. */
    public Map<String, String> springProperties() {
        return Map.of(
                "spring.datasource.url", jdbcUrl(),
                "spring.datasource.username", username(),
                "spring.datasource.password", password(),
                "spring.flyway.user", owner(),
                "spring.flyway.password", ownerPassword());
    }

    /** The role that owns the tables, for migrations only. */
    public String owner() {
        return OWNER;
    }

    public String ownerPassword() {
        return password;
    }

    /** The role of the application. */
    public String username() {
        return ApplicationRole.NAME;
    }

    public String password() {
        return applicationPassword;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            postgres.close();
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock lock(Path file) throws IOException, FolderInUse {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
        Optional<ProcessHandle> orphan = server(pidFile);
        if (orphan.isEmpty()) {
            // The number may have gone to another process since; PostgreSQL would take it for itself and refuse.
            Files.delete(pidFile);
            return;
        }
        ProcessHandle server = orphan.get();
        try {
            // SIGINT: PostgreSQL's fast shutdown. Java itself can send only SIGTERM, which waits for clients.
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            server.destroyForcibly();
        }
    }

    /** The process that a server's own file names, if it is one. */
    private static Optional<ProcessHandle> server(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return Optional.empty();
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
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
        try (var connection = DriverManager.getConnection(jdbcUrl(), OWNER, password);
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
