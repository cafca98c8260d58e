package vn.thucchat.foundation.notify.sms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A gateway that speaks SMPP 3.4, written from the specification's tables and not with the library that the platform uses. */
@NullMarked
final class SmppSink implements AutoCloseable {

    static final int THROTTLED = 0x58;
    static final int QUEUE_FULL = 0x14;
    static final int NO_SUCH_NUMBER = 0x0B;
    static final int SYSTEM_ERROR = 0x08;
    /** The part is taken, and no answer comes. */
    static final int SILENT = -1;
    /** The part is taken, and the connection cut. */
    static final int CUT = -2;

    private static final int RESPONSE = 0x80000000;
    private static final int SUBMIT = 4;
    private static final int DELIVER = 5;
    private static final int BIND_TRANSCEIVER = 9;
    private static final int ENQUIRE_LINK = 0x15;
    private static final int UNBIND = 6;

    /**
     * A part that was taken.
     *
     * @param latin its bytes, a sign for each
     */
    record Part(
            String from,
            int fromTon,
            String to,
            int toTon,
            int esmClass,
            int registered,
            int coding,
            String latin,
            String id) {

        byte[] body() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final ServerSocket server;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final List<Integer> receiptAnswers = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable Socket last;

    SmppSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("smpp-sink").start(() -> {
            while (!server.isClosed())
                try {
                    Socket socket = server.accept();
                    last = socket;
                    connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> talk(socket));
                } catch (IOException closed) {
                    return;
                }
        });
    }

    String url() {
        return "smpp://sokhoa:m%E1%BA%ADt@localhost:" + server.getLocalPort();
    }

    /** Answers the next parts so: a command status, {@link #SILENT} or {@link #CUT}. */
    void fail(Integer... statuses) {
        faults.addAll(List.of(statuses));
    }

    List<Part> parts() {
        return parts;
    }

    int connections() {
        return connections.get();
    }

    List<Integer> receiptAnswers() {
        return receiptAnswers;
    }

    /** Says what became of a message, as SMPP 3.4, appendix B has it. */
    void receipt(String id, String state) throws IOException {
        String text = "id:" + id + " sub:001 dlvrd:001 submit date:2611301200 done date:2611301201 stat:" + state
                + " err:000 text:";
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1, 1});
        body.writeBytes("84912345678\0".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {5, 0});
        body.writeBytes("UBND\0".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[] {4, 0, 0, 0, 0, 0, 0, 0, 0, (byte) text.length()});
        body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        write(java.util.Objects.requireNonNull(last), DELIVER, 0, count.incrementAndGet(), body.toByteArray());
    }

    private void talk(Socket socket) {
        try (socket) {
            var in = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = in.readInt();
                int command = in.readInt();
                int status = in.readInt();
                int sequence = in.readInt();
                byte[] body = in.readNBytes(length - 16);
                if (!answer(socket, command, status, sequence, body)) return;
            }
        } catch (IOException gone) {
            // the caller has gone
        }
    }

    private boolean answer(Socket socket, int command, int status, int sequence, byte[] body) throws IOException {
        switch (command) {
            case BIND_TRANSCEIVER -> {
                var in = new DataInputStream(new ByteArrayInputStream(body));
                boolean right = text(in).equals("sokhoa") && !text(in).isEmpty();
                write(
                        socket,
                        BIND_TRANSCEIVER | RESPONSE,
                        right ? 0 : 0x0E,
                        sequence,
                        "sink\0".getBytes(StandardCharsets.US_ASCII));
            }
            case SUBMIT -> {
                return submitted(socket, sequence, body);
            }
            case ENQUIRE_LINK, UNBIND -> write(socket, command | RESPONSE, 0, sequence, new byte[0]);
            case DELIVER | RESPONSE -> receiptAnswers.add(status);
            default -> {}
        }
        return true;
    }

    private boolean submitted(Socket socket, int sequence, byte[] body) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(body));
        text(in);
        int fromTon = in.readByte();
        in.readByte();
        String from = text(in);
        int toTon = in.readByte();
        in.readByte();
        String to = text(in);
        int esmClass = in.readUnsignedByte();
        in.skipNBytes(2);
        text(in);
        text(in);
        int registered = in.readUnsignedByte();
        in.readByte();
        int coding = in.readUnsignedByte();
        in.readByte();
        byte[] message = in.readNBytes(in.readUnsignedByte());
        Integer fault = faults.poll();
        if (fault != null && fault > 0) {
            write(socket, SUBMIT | RESPONSE, fault, sequence, new byte[0]);
            return true;
        }
        String id = "m" + count.incrementAndGet();
        parts.add(new Part(
                from,
                fromTon,
                to,
                toTon,
                esmClass,
                registered,
                coding,
                new String(message, StandardCharsets.ISO_8859_1),
                id));
        if (fault != null) return fault != CUT;
        write(socket, SUBMIT | RESPONSE, 0, sequence, (id + "\0").getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private static String text(DataInputStream in) throws IOException {
        var text = new ByteArrayOutputStream();
        for (int sign = in.read(); sign > 0; sign = in.read()) text.write(sign);
        return text.toString(StandardCharsets.ISO_8859_1);
    }

    private static synchronized void write(Socket socket, int command, int status, int sequence, byte[] body)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(16 + body.length);
        out.writeInt(command);
        out.writeInt(status);
        out.writeInt(sequence);
        out.write(body);
        socket.getOutputStream().write(bytes.toByteArray());
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            Socket open = last;
            if (open != null) open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
