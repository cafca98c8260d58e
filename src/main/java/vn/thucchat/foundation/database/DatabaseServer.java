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
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    static final String OWNER = "postgres";

    private final Path folder;
    private final FileLock lock;
    private final String password;
    private final String applicationPassword;
    private final ServerProcess process;
    private final Map<String, String> settings;
    private EmbeddedPostgres postgres;
    private boolean closed;

    private DatabaseServer(Path folder, FileLock lock, DataFolder data, Map<String, String> settings)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.settings = settings;
        this.password = password(folder.resolve("database-password"));
        this.applicationPassword = password(folder.resolve("application-password"));
        this.process = new ServerProcess(folder, password);
        process.stopOrphan();
        this.postgres = process.start(data, settings, 0);
    }

    /** Starts the embedded server, or nothing when {@code DATABASE_URL} names one; ends the process when it cannot. */
    public static Optional<DatabaseServer> fromEnvironment(Map<String, String> environment) {
        if (!environment.getOrDefault("DATABASE_URL", "").isBlank()) {
            NamedDatabase.demand(environment);
            return Optional.empty();
        }
        Path folder = folder(environment);
        try {
            return Optional.of(start(folder, archive(environment)));
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
        try (var server = start(folder, archive(environment))) {
            return reader.apply(source(server.jdbcUrl(), server.username(), server.password()));
        } catch (FolderInUse running) {
            return reader.apply(
                    source(runningUrl(folder), ApplicationRole.NAME, password(folder.resolve("application-password"))));
        }
    }

    /** Does something while the embedded server runs: that of the platform, or one that is started for the while. */
    public static <T> T whileRunning(Map<String, String> environment, Callable<T> work) throws Exception {
        try {
            DatabaseServer server = start(folder(environment), archive(environment));
            try {
                return work.call();
            } finally {
                server.close();
            }
        } catch (FolderInUse running) {
            return work.call();
        }
    }

    /** Where the server of another process listens, that holds this folder. */
    static String runningUrl(Path folder) throws IOException {
        String port = Files.readAllLines(ServerProcess.pidFile(folder)).get(3).strip();
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    /** {@code BACKUP_DIR}, when there is one. */
    public static Optional<Path> backups(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault("BACKUP_DIR", "").strip())
                .filter(named -> !named.isEmpty())
                .map(named -> Path.of(named).toAbsolutePath().normalize());
    }

    private static Optional<WalArchive> archive(Map<String, String> environment) {
        return backups(environment).map(WalArchive::new);
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
    static DatabaseServer start(Path folder, Optional<WalArchive> archive)
            throws IOException, SQLException, FolderInUse, DataFolder.OpenToOthers {
        DataFolder data = DataFolder.open(folder);
        FileLock lock = lock(folder.resolve("lock"));
        if (archive.isPresent()) archive.get().create();
        var server = new DatabaseServer(
                folder, lock, data, archive.map(WalArchive::archiving).orElse(Map.of()));
        server.process.demandPassword(server.jdbcUrl());
        ApplicationRole.put(server.jdbcUrl(), OWNER, server.password, server.applicationPassword);
        Thread.ofPlatform().daemon().name("database-watch").start(server::watch);
        return server;
    }

    /** A server that is gone though nobody closed it is started again in its place; ends the process when it cannot. */
    private void watch() {
        while (true) {
            running().ifPresent(server -> server.onExit().join());
            synchronized (this) {
                if (closed) return;
                LOG.warn("PostgreSQL in {} has ended by itself; starting it again", folder);
                if (startedAgain()) continue;
            }
            System.err.printf(
                    "%nPostgreSQL trong %s đã dừng và không khởi động lại được; xem %s. Hãy chạy lại ./run.%n"
                            + "PostgreSQL in %1$s has ended and does not start again; see %2$s. Start with ./run again.%n%n",
                    folder, process.log());
            System.exit(70);
        }
    }

    private boolean startedAgain() {
        int port = postgres.getPort();
        for (int tries = 1; tries <= RESTARTS; tries++) {
            try {
                process.endAbandoned();
                // lets go of the folder; there is nothing left to stop
                postgres.close();
                // the pool knows the address of the first
                postgres = process.start(DataFolder.known(folder), settings, port);
                LOG.warn("PostgreSQL in {} runs again", folder);
                return true;
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL in {} did not start again, try {} of {}", folder, tries, RESTARTS, e);
            }
        }
        return false;
    }

    private Optional<ProcessHandle> running() {
        try {
            return process.running();
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

    static FileLock lock(Path file) throws IOException, FolderInUse {
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

    static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).strip();
    }

    /** Another process holds {@code DATA_DIR}. */
    static final class FolderInUse extends Exception {}
}
