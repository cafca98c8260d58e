package vn.thucchat.economy.market.till.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.NullMarked;

/** A phone's line to the server, which can lose answers on their way: what was sent has come, and nobody hears so. */
@NullMarked
final class PhoneLine implements AutoCloseable {

    private final ServerSocket phone;
    private final int server;
    private volatile boolean losing;

    /** @param server the server's port */
    PhoneLine(int server) throws IOException {
        this.server = server;
        phone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return phone.getLocalPort();
    }

    /** From now on every answer is lost, or none. */
    void losing(boolean answers) {
        losing = answers;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = phone.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
                Thread.ofVirtual().start(() -> carry(near, far, false));
                Thread.ofVirtual().start(() -> carry(far, near, true));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0 && !(answers && losing); n = in.read(bytes)) out.write(bytes, 0, n);
        } catch (IOException hungUp) {
            // the other direction hung up
        }
    }

    @Override
    public void close() throws IOException {
        phone.close();
    }
}
