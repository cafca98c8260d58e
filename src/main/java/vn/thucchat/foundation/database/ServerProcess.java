package vn.thucchat.foundation.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The operating system's process of an embedded server: how it is started on the files of {@code DATA_DIR}, found again
 * and ended.
 */
final class ServerProcess {

    private final Path folder;
    private final String ownerPassword;

    /** @param folder {@code DATA_DIR}, held by this process */
    ServerProcess(Path folder, String ownerPassword) {
        this.folder = folder;
        this.ownerPassword = ownerPassword;
    }

    static Path dataDirectory(Path folder) {
        return folder.resolve("postgresql");
    }

    static Path pidFile(Path folder) {
        return dataDirectory(folder).resolve("postmaster.pid");
    }

    Path log() {
        return folder.resolve("postgresql.log");
    }

    /**
     * Starts the server; one that has no files yet gets them.
     *
     * @param settings in addition to those that every server has
     * @param port 0 for any that is free
     */
    EmbeddedPostgres start(DataFolder data, Map<String, String> settings, int port) throws IOException {
        // the library opens the folder of its binaries to all
        data.beforeUnpacking();
        EmbeddedPostgres.Builder builder = builder();
        settings.forEach(builder::setServerConfig);
        if (port != 0) builder.setPort(port);
        EmbeddedPostgres postgres = builder.start();
        data.afterUnpacking();
        return postgres;
    }

    private EmbeddedPostgres.Builder builder() {
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(log().toFile());
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory(folder))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setConnectConfig("password", ownerPassword)
                .setOutputRedirector(log)
                .setErrorRedirector(log);
        DatabaseServer.LOCALE.forEach(builder::setLocaleConfig);
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

    /** The library's initdb trusts everybody on this machine; after the first start only the password opens. */
    void demandPassword(String url) throws IOException, SQLException {
        Path hba = dataDirectory(folder).resolve("pg_hba.conf");
        String rules =
                "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";
        if (Files.readString(hba).equals(rules)) return;
        try (var connection = DriverManager.getConnection(url, DatabaseServer.OWNER, ownerPassword);
                var statement = connection.createStatement()) {
            // hexadecimal, so that nothing needs quoting
            statement.execute("ALTER USER postgres PASSWORD '" + ownerPassword + "'");
            Files.writeString(hba, rules);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** The process that the server's own file names, if it is one. */
    Optional<ProcessHandle> running() throws IOException {
        Path pidFile = pidFile(folder);
        if (!Files.exists(pidFile)) return Optional.empty();
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(p -> p.info().command().map(c -> c.endsWith("postgres")).orElse(false));
    }

    /** We hold the folder, so a server that still runs on it belongs to a process that was killed. */
    void stopOrphan() throws IOException {
        if (!Files.exists(pidFile(folder))) return;
        Optional<ProcessHandle> orphan = running();
        if (orphan.isEmpty()) {
            // The number may have gone to another process since; PostgreSQL would take it for itself and refuse.
            Files.delete(pidFile(folder));
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

    /** What a killed server leaves behind holds its memory until it notices, which keeps a new one from starting. */
    void endAbandoned() throws IOException {
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
}
