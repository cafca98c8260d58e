package vn.thucchat.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.ThucChat;

/** The platform in a process of its own, as an operator runs it, which can be killed. */
public final class PlatformProcess {

    private final Process process;
    private final int port;

    private PlatformProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Of the classes under test; answers when this returns. */
    public static PlatformProcess start(int port, Map<String, String> environment) throws Exception {
        return start(
                List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ThucChat.class.getName()),
                port,
                environment,
                ProcessBuilder.Redirect.DISCARD);
    }

    /** @param what the options of the Java that runs it: {@code -jar thucchat.jar} */
    public static PlatformProcess start(
            List<String> what, int port, Map<String, String> environment, ProcessBuilder.Redirect log)
            throws Exception {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(what);
        command.add("--logging.level.root=warn");
        var builder = new ProcessBuilder(command);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().putAll(environment);
        var started = new PlatformProcess(
                builder.redirectErrorStream(true).redirectOutput(log).start(), port);
        try {
            started.awaitAnswer();
        } catch (IllegalStateException silent) {
            started.kill();
            throw silent;
        }
        return started;
    }

    /** {@code ./run verify}, {@code ./run backup}, … of the classes under test; what it says when it succeeds. */
    public static String command(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                java(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ThucChat.class.getName()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", words) + ": " + said);
        return said;
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Until it answers, the database behind it too. */
    public void awaitAnswer() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            for (int tries = 0; tries < 1_800 && process.isAlive(); tries++) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) return;
                } catch (IOException notYet) {
                    // not up yet
                }
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("Nobody answers at " + port);
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** As an operator ends it; its embedded database ends with it. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("Does not end");
    }

    /** The embedded database of {@code DATA_DIR}, as its owner sees it. */
    public static JdbcClient database(Path folder) throws IOException {
        return JdbcClient.create(source(folder));
    }

    public static DataSource source(Path folder) throws IOException {
        String port =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3);
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + port.strip() + "/postgres");
        source.setUser("postgres");
        source.setPassword(Files.readString(folder.resolve("database-password")).strip());
        return source;
    }

    /** Kills the embedded database of {@code DATA_DIR}, all its processes. */
    public static void killPostgres(Path folder) throws Exception {
        ProcessHandle postmaster = postmaster(folder).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) each.onExit().get(30, TimeUnit.SECONDS);
    }

    /** The first process of the embedded database of {@code DATA_DIR}; a killed one leaves its file. */
    public static Optional<ProcessHandle> postmaster(Path folder) throws IOException {
        Path file = folder.resolve("postgresql/postmaster.pid");
        if (!Files.exists(file)) return Optional.empty();
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
