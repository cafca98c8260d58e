package vn.thucchat.foundation.files;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Asks a ClamAV daemon about an attachment, over its socket, by its command INSTREAM (clamd(8)). {@code CLAMAV} names the
 * socket: {@code 127.0.0.1:3310} or {@code /run/clamav/clamd.ctl}; without it nothing is scanned. What the daemon does
 * not answer for within ten seconds is not taken: a scanner that is down must not let everything through.
 */
@Component
final class VirusScanner {

    enum Verdict {
        CLEAN,
        INFECTED,
        /** The daemon was not reached, refused, or answered otherwise than it documents. */
        UNKNOWN
    }

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ANSWER = 1_000;

    private final String address;
    private final Duration deadline;

    @org.springframework.beans.factory.annotation.Autowired
    VirusScanner(@Value("${thucchat.files.clamav:}") String address) {
        this(address, Duration.ofSeconds(10));
    }

    /** @param address {@code host:port}, the path of a socket, or nothing */
    VirusScanner(String address, Duration deadline) {
        this.address = address.strip();
        this.deadline = deadline;
        if (!this.address.isEmpty()) socketAddress(this.address);
    }

    Verdict scan(byte[] bytes) {
        if (address.isEmpty()) return Verdict.CLEAN;
        try {
            String answer = ask(bytes);
            // "stream: OK" or "stream: Win.Test.EICAR_HDB-1 FOUND"
            if (answer.equals("stream: OK")) return Verdict.CLEAN;
            if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
                LOG.warn("ClamAV refused an attachment: {}", answer);
                return Verdict.INFECTED;
            }
            LOG.error("ClamAV at {} answered: {}", address, answer);
        } catch (IOException e) {
            LOG.error("ClamAV at {} cannot be asked", address, e);
        }
        return Verdict.UNKNOWN;
    }

    private String ask(byte[] bytes) throws IOException {
        SocketAddress to = socketAddress(address);
        try (SocketChannel channel = to instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            Thread watch = Thread.ofVirtual().start(() -> closeAfterDeadline(channel));
            try {
                channel.connect(to);
                write(channel, ByteBuffer.wrap(COMMAND));
                write(
                        channel,
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                write(channel, ByteBuffer.wrap(bytes));
                // a chunk of no bytes ends the stream
                write(channel, ByteBuffer.allocate(Integer.BYTES));
                byte[] answer = Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER);
                return new String(answer, StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .strip();
            } finally {
                watch.interrupt();
            }
        }
    }

    private void closeAfterDeadline(SocketChannel channel) {
        try {
            Thread.sleep(deadline);
            channel.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("Closing", e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static SocketAddress socketAddress(String address) {
        if (address.startsWith("/")) return UnixDomainSocketAddress.of(address);
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("\\d{1,5}"))
            throw new IllegalStateException(
                    "CLAMAV must be host:port or the path of a socket, as 127.0.0.1:3310 or /run/clamav/clamd.ctl");
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}
