package vn.thucchat.foundation.money.webhooks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Software of many traders, on this machine: some takes what comes, some accepts and never answers, some is not there. */
@NullMarked
final class BenchReceivers implements AutoCloseable {

    private static final Pattern HEAD =
            Pattern.compile("POST /([0-9]+) .*content-length: ([0-9]+)\r\n.*", Pattern.DOTALL);
    private static final Pattern BODY = Pattern.compile("\"number\":([0-9]+),.*\"amountVnd\":([0-9]+),");
    private static final byte[] TAKEN = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** @param amountVnd tells the payments of a run apart */
    record Arrived(long number, long amountVnd, long nanos) {}

    private final ServerSocket healthy = listening();
    private final ServerSocket silent = listening();
    private final int nobody;
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final Map<Integer, List<Arrived>> arrived = new ConcurrentHashMap<>();

    BenchReceivers() throws IOException {
        try (var closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        accept(healthy, true);
        accept(silent, false);
    }

    String healthy(int account) {
        return url(healthy.getLocalPort(), account);
    }

    String silent(int account) {
        return url(silent.getLocalPort(), account);
    }

    String dead(int account) {
        return url(nobody, account);
    }

    /** In the order of arriving. */
    List<Arrived> arrived(int account) {
        return arrived.getOrDefault(account, List.of());
    }

    private void accept(ServerSocket server, boolean answers) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket socket = server.accept();
                    if (answers) Thread.ofVirtual().start(() -> take(socket));
                    else held.add(socket);
                }
            } catch (IOException e) {
                // closed
            }
        });
    }

    private void take(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.read());
            var asked = HEAD.matcher(head.toString().replace("Content-Length", "content-length"));
            if (!asked.matches()) throw new IOException(head.toString());
            String body = new String(in.readNBytes(Integer.parseInt(asked.group(2))), StandardCharsets.UTF_8);
            var told = BODY.matcher(body);
            if (!told.find()) throw new IOException(body);
            arrived.computeIfAbsent(Integer.valueOf(asked.group(1)), _ -> new CopyOnWriteArrayList<>())
                    .add(new Arrived(Long.parseLong(told.group(1)), Long.parseLong(told.group(2)), System.nanoTime()));
            socket.getOutputStream().write(TAKEN);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String url(int port, int account) {
        return "http://127.0.0.1:" + port + "/" + account;
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        healthy.close();
        silent.close();
        for (Socket socket : held) socket.close();
    }
}
