package vn.thucchat.foundation.identity.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.ThucChat;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.PaidStalls;

/** A server of {@link IdentityBench} in a process of its own, so that its seconds of processor are told from all others. */
@NullMarked
final class BenchServer implements AutoCloseable {

    private static final String READY = "READY ";
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Ready ready;

    /**
     * What a started server says of itself.
     *
     * @param database the first process of its PostgreSQL, 0 for none
     * @param basic how its client proves who it is
     */
    record Ready(int port, long database, String basic, List<String> refreshTokens) {}

    private BenchServer(Process process, Ready ready) {
        this.process = process;
        this.ready = ready;
    }

    /** Starts {@code ours} or {@code bare} in a process with the same heap as the other. */
    static BenchServer start(String which, int clients) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchServer.class.getName(),
                        which,
                        String.valueOf(clients))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine())
            if (line.startsWith(READY)) {
                Thread.ofPlatform().daemon().start(() -> said.lines().forEach(ignored -> {}));
                return new BenchServer(process, JSON.readValue(line.substring(READY.length()), Ready.class));
            }
        throw new IOException("The server did not start: " + which);
    }

    String address() {
        return "http://localhost:" + ready.port();
    }

    Ready ready() {
        return ready;
    }

    /** Seconds of processor of its JVM until now. */
    double jvmSeconds() {
        return ProcessorTime.of(process.pid());
    }

    /** Seconds of processor of its PostgreSQL, all processes, until now; 0 for none. */
    double databaseSeconds() {
        return ready.database() == 0 ? 0 : ProcessorTime.ofAll(ready.database());
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    static void main(String[] arguments) {
        try {
            int clients = Integer.parseInt(arguments[1]);
            if (arguments[0].equals("ours")) ours(clients);
            else bare(clients);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            // threads of what was started would keep the process
            System.exit(1);
        }
    }

    private static void ours(int clients) throws Exception {
        Path folder = Files.createTempDirectory("thucchat-bench");
        DatabaseServer server = DatabaseServer.fromEnvironment(Map.of("DATA_DIR", folder.toString()))
                .orElseThrow();
        server.springProperties().forEach(System::setProperty);
        var ours = (ServletWebServerApplicationContext) SpringApplication.run(
                ThucChat.class,
                "--thucchat.demo=false",
                "--server.port=0",
                "--logging.level.root=warn",
                "--thucchat.data-dir=" + folder,
                "--thucchat.secret-key=" + PaidStalls.KEY,
                "--thucchat.first-administrator.password=bench-only-password");
        for (int i = 0; i < IdentityBench.PEOPLE; i++)
            ours.getBean(Accounts.class).ensure("bench" + i, "Người thử " + i, IdentityBench.PASSWORD, false);
        int port = port(ours);
        var client = ClientProgram.registered(
                ours.getBean(Clients.class), port, "bench", true, ClientProgram.terms(ClientProgram.PEOPLE));
        var tokens = new ArrayList<String>();
        for (int i = 0; i < clients; i++)
            tokens.add(client.tokens(new HttpVisitor(port).signedIn("bench" + i, IdentityBench.PASSWORD))
                    .path("refresh_token")
                    .asString());
        long session = ours.getBean(JdbcClient.class)
                .sql("SELECT pg_backend_pid()")
                .query(Long.class)
                .single();
        long database = ProcessHandle.of(session)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        said(new Ready(port, database, ClientProgram.basic(client.id, Objects.requireNonNull(client.secret)), tokens));
        ours.close();
        server.close();
    }

    private static void bare(int clients) throws IOException {
        var peer = BareProvider.start();
        said(new Ready(
                port(peer),
                0,
                ClientProgram.basic("bench", BareProvider.SECRET),
                BareProvider.refreshTokens(peer, clients)));
        peer.close();
    }

    /** Says that it is ready, and waits until nobody needs it any more. */
    private static void said(Ready ready) throws IOException {
        System.out.println(READY + JSON.writeValueAsString(ready));
        while (System.in.read() >= 0) {}
    }

    private static int port(ServletWebServerApplicationContext application) {
        return Objects.requireNonNull(application.getWebServer()).getPort();
    }
}
