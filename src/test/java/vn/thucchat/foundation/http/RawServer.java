package vn.thucchat.foundation.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.NullMarked;

/** A server that answers each connection with whatever bytes the test wants. */
@NullMarked
final class RawServer implements AutoCloseable {

    interface Answer {
        void to(Socket socket, OutputStream out) throws IOException;
    }

    private final ServerSocket server;
    private final Answer answer;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawServer(String address, int port, Answer answer) throws IOException {
        this(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), answer);
    }

    RawServer(SSLContext tls, Answer answer) throws IOException {
        this(tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), answer);
    }

    private RawServer(ServerSocket server, Answer answer) {
        this.server = server;
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return accepted.get();
    }

    List<String> requests() {
        return requests;
    }

    /** Whether all clients closed their connections, waited for. */
    boolean hungUp() {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (ended.get() < accepted.get() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
        return accepted.get() > 0 && ended.get() == accepted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            byte[] buffer = new byte[8_192];
            int read = socket.getInputStream().read(buffer);
            requests.add(new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            answer.to(socket, socket.getOutputStream());
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            // until the client closes
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the client hung up
        } finally {
            ended.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
