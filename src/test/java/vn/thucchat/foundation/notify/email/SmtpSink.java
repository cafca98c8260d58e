package vn.thucchat.foundation.notify.email;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A mail server for tests: keeps what it takes, and misbehaves when it is told to, towards one address or to whoever calls
 * next. It speaks what RFC 5321 needs, STARTTLS and AUTH PLAIN.
 */
@NullMarked
public final class SmtpSink implements AutoCloseable {

    /** How it misbehaves once. */
    public enum Fault {
        RECIPIENT_421("421 4.3.2 Shutting down"),
        RECIPIENT_450("450 4.2.1 Greylisted, come again"),
        RECIPIENT_451("451 4.7.1 Too many messages"),
        RECIPIENT_550("550 5.1.1 No such user here"),
        RECIPIENT_550_BARE("550 mailbox unavailable"),
        RECIPIENT_POLICY("550 5.7.1 Not from you"),
        RECIPIENT_POLICY_NAMES_STATUS("550 5.7.1 Blocked, this is no 5.1.1"),
        RECIPIENT_SENDER("550 5.1.8 Bad sender's domain"),
        RECIPIENT_NULL_MX("556 5.1.10 Domain takes no mail"),
        MAILBOX_FULL("552 5.2.2 Mailbox full"),
        DATA_452("452 4.3.1 Insufficient storage"),
        DATA_554("554 5.6.0 Not liked"),
        /** The message is kept and the connection closed without an answer. */
        DROP_BEFORE_ANSWER(""),
        /** The connection is closed without an answer, and nothing kept. */
        DROP_UNKEPT(""),
        /** The answer is given and the connection closed. */
        DROP_AFTER_ANSWER(""),
        /** The message is kept and the answer never comes. */
        SILENT(""),
        /** The message is kept, and its answer comes a letter at a time. */
        DRIP("250-and so on");

        private final String reply;

        Fault(String reply) {
            this.reply = reply;
        }

        private boolean ofRecipient() {
            return name().startsWith("RECIPIENT") || this == MAILBOX_FULL;
        }
    }

    /**
     * A message that was taken.
     *
     * @param latin as it came over the line, a sign for each byte
     * @param encrypted whether the connection was
     */
    public record Mail(
            String to,
            String latin,
            boolean encrypted,
            @Nullable String user) {

        public byte[] raw() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }

        public String text() {
            return new String(raw(), StandardCharsets.UTF_8);
        }

        /** The first value of a header, unfolded; empty without it. */
        public String header(String name) {
            String head = text().split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final boolean implicit;
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Queue<String> greetings = new ConcurrentLinkedQueue<>();
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean offersTls;

    /** Starts one; with a certificate it offers STARTTLS, or is encrypted from the first byte. */
    public SmtpSink(@Nullable SSLContext tls, boolean implicit) {
        this.tls = tls;
        this.implicit = implicit;
        offersTls = tls != null;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("smtp-sink").start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Misbehaves once towards an address, in the order of the faults. */
    public void fail(String address, Fault... next) {
        faults.computeIfAbsent(address, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** Greets the next caller so. */
    void greet(String line) {
        greetings.add(line);
    }

    void withoutTls() {
        offersTls = false;
    }

    /** What was taken for an address, in order. */
    public List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("smtp-sink-caller").start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket plain) {
        try (plain) {
            new Talk(implicit ? encrypted(plain) : plain, implicit).run();
        } catch (IOException | InterruptedException e) {
            // the caller has gone, or is let go
        } finally {
            open.remove(plain);
        }
    }

    private SSLSocket encrypted(Socket plain) throws IOException {
        var socket = (SSLSocket) java.util.Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(plain, "localhost", plain.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    /** One conversation. */
    private final class Talk {

        private Socket socket;
        private boolean encrypted;
        private BufferedReader in;
        private OutputStream out;
        private @Nullable String user;
        private String to = "";
        private Queue<Fault> pending = new ArrayDeque<>();

        Talk(Socket socket, boolean encrypted) throws IOException {
            this.socket = socket;
            this.encrypted = encrypted;
            in = reader(socket);
            out = socket.getOutputStream();
        }

        private BufferedReader reader(Socket from) throws IOException {
            return new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException, InterruptedException {
            String greeting = greetings.poll();
            say(greeting == null ? "220 sink ESMTP" : greeting);
            if (greeting != null && !greeting.startsWith("220")) return;
            for (String line = in.readLine(); line != null; line = in.readLine()) if (!answer(line)) return;
        }

        private boolean answer(String line) throws IOException, InterruptedException {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("EHLO"))
                say(offersTls && !encrypted ? "250-sink\r\n250 STARTTLS" : "250-sink\r\n250 AUTH PLAIN");
            else if (command.startsWith("STARTTLS")) {
                say("220 go on");
                socket = encrypted(socket);
                encrypted = true;
                in = reader(socket);
                out = socket.getOutputStream();
            } else if (command.startsWith("AUTH PLAIN"))
                return authenticate(line.substring("AUTH PLAIN".length()).strip());
            else if (command.startsWith("RCPT")) return recipient(line.replaceAll(".*<(.*)>.*", "$1"));
            else if (command.startsWith("DATA")) return data();
            else if (command.startsWith("QUIT")) {
                say("221 bye");
                return false;
            } else say("250 ok");
            return true;
        }

        private boolean authenticate(String inline) throws IOException {
            String initial = inline;
            if (initial.isEmpty()) {
                say("334 ");
                initial = in.readLine();
            }
            String[] words = new String(Base64.getDecoder().decode(initial), StandardCharsets.UTF_8).split("\0", -1);
            if (!words[2].equals("mật khẩu@1")) {
                say("535 5.7.8 Wrong");
                return true;
            }
            user = words[1];
            say("235 ok");
            return true;
        }

        private boolean recipient(String address) throws IOException {
            to = address;
            pending = faults.getOrDefault(address, new ArrayDeque<>());
            Fault fault = pending.peek();
            if (fault == null || !fault.ofRecipient()) say("250 ok");
            else {
                pending.poll();
                say(fault.reply);
                return fault != Fault.RECIPIENT_421;
            }
            return true;
        }

        private boolean data() throws IOException, InterruptedException {
            say("354 go on");
            var raw = new ByteArrayOutputStream();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                // a message without its end was not handed over (RFC 5321, 4.1.1.4)
                if (line == null) return false;
                raw.write(((line.startsWith(".") ? line.substring(1) : line) + "\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
            }
            var mail = new Mail(to, raw.toString(StandardCharsets.ISO_8859_1), encrypted, user);
            Fault fault = pending.poll();
            if (fault == null) {
                mails.add(mail);
                say("250 2.0.0 queued as " + mails.size());
                return true;
            }
            switch (fault) {
                case DROP_UNKEPT -> {
                    return false;
                }
                case DROP_BEFORE_ANSWER -> {
                    mails.add(mail);
                    return false;
                }
                case DROP_AFTER_ANSWER -> {
                    mails.add(mail);
                    say("250 2.0.0 queued");
                    return false;
                }
                case SILENT -> {
                    mails.add(mail);
                    Thread.sleep(Duration.ofMinutes(1));
                }
                case DRIP -> {
                    mails.add(mail);
                    while (true) {
                        out.write('2');
                        out.flush();
                        Thread.sleep(Duration.ofMillis(50));
                    }
                }
                default -> say(fault.reply);
            }
            return true;
        }

        private void say(String lines) throws IOException {
            out.write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
