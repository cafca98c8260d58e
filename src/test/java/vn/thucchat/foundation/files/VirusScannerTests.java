package vn.thucchat.foundation.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.thucchat.foundation.files.VirusScanner.Verdict;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.StoreTest;

/** A small daemon that speaks clamd's INSTREAM, and misbehaves as real ones do. */
class VirusScannerTests extends StoreTest {

    private static final String FINE = "stream: OK\0";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private @Nullable ServerSocketChannel daemon;
    private byte[] received = new byte[0];

    @AfterEach
    void stop() throws IOException {
        if (daemon != null) daemon.close();
    }

    @Test
    void what_is_clean_is_kept_and_was_sent_whole() throws Exception {
        var scanner = new VirusScanner(tcp(FINE), PATIENCE);
        byte[] bytes = "x".repeat(90_000).getBytes(US_ASCII);
        assertThat(files(scanner).keep(UUID.randomUUID(), "a.txt", bytes)).isInstanceOf(Keeping.Kept.class);
        assertThat(received).isEqualTo(bytes);
    }

    @Test
    void what_is_infected_is_refused_and_nothing_is_kept() throws Exception {
        var scanner = new VirusScanner(tcp("stream: Win.Test.EICAR_HDB-1 FOUND\0"), PATIENCE);
        assertThat(files(scanner).keep(UUID.randomUUID(), "infected.txt", "x".getBytes(US_ASCII)))
                .isEqualTo(new Keeping.Refused("files.refused.infected", "1"));
        assertThat(jdbc.sql("SELECT count(*) FROM files.file WHERE name = 'infected.txt'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INSTREAM size limit exceeded. ERROR\0",
                "stream: Can't allocate memory ERROR\0",
                "UNKNOWN COMMAND\0",
                "stream: OK FOUND OK"
            })
    void an_answer_that_says_nothing_of_the_file_lets_nothing_through(String answer) throws Exception {
        var scanner = new VirusScanner(tcp(answer), PATIENCE);
        assertThat(files(scanner).keep(UUID.randomUUID(), "b.txt", "x".getBytes(US_ASCII)))
                .isEqualTo(new Keeping.Refused("files.refused.unscanned", "1"));
    }

    @Test
    void a_daemon_that_is_down_or_silent_lets_nothing_through() throws Exception {
        String silent = tcp(null);
        assertThat(new VirusScanner(silent, PATIENCE).scan(new byte[1])).isEqualTo(Verdict.UNKNOWN);
        stop();
        assertThat(new VirusScanner(silent, PATIENCE).scan(new byte[1])).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_socket_in_the_file_system_serves_too() throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        serve(ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(socket), FINE);
        assertThat(new VirusScanner(socket.toString(), PATIENCE).scan(new byte[3]))
                .isEqualTo(Verdict.CLEAN);
        assertThat(received).hasSize(3);
    }

    @Test
    void without_an_address_nothing_is_scanned_and_a_wrong_one_is_told_at_start() {
        assertThat(new VirusScanner(" ", PATIENCE).scan(new byte[1])).isEqualTo(Verdict.CLEAN);
        assertThatThrownBy(() -> new VirusScanner("clamav", PATIENCE)).hasMessageContaining("host:port");
    }

    private Files files(VirusScanner scanner) {
        return new Files(new FileStore(jdbc), new MovableClock(), DataSize.ofMegabytes(1), scanner);
    }

    private String tcp(@Nullable String answer) throws IOException {
        var server = ServerSocketChannel.open();
        serve(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), answer);
        return "127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    /** @param answer or null: never any */
    private void serve(ServerSocketChannel server, SocketAddress at, @Nullable String answer) throws IOException {
        daemon = server.bind(at);
        Thread.ofVirtual().start(() -> {
            try (SocketChannel client = server.accept()) {
                var in = new DataInputStream(Channels.newInputStream(client));
                assertThat(in.readNBytes(10)).isEqualTo("zINSTREAM\0".getBytes(US_ASCII));
                received = in.readNBytes(in.readInt());
                assertThat(in.readInt()).isZero();
                if (answer == null) Thread.sleep(10_000);
                else Channels.newOutputStream(client).write(answer.getBytes(US_ASCII));
            } catch (IOException | InterruptedException e) {
                // the test has said what it wanted
            }
        });
    }
}
