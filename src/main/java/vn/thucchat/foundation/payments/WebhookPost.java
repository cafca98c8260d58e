package vn.thucchat.foundation.payments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends one message to one address (HTTP/1.1, RFC 9112). Done here and not by a library, because the connection must
 * go to the very address that was looked at: who asks for the name twice may be told two things.
 */
@Component
class WebhookPost {

    /**
     * What came of it.
     *
     * @param after how long the receiver asks to be left alone, or null
     */
    record Answer(
            Delivery.Outcome outcome,
            @Nullable Integer status,
            @Nullable Duration after,
            int ms) {}

    /** From the first packet to the last line of the answer's head. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Duration NAMES = Duration.ofSeconds(5);
    /** Asked for at once. The system's resolver may keep a thread for longer than we wait. */
    private static final int MOST_NAMES = 256;
    /** A head that is longer is none. */
    private static final int HEAD_BYTES = 16_384;
    /** What of an answer is read, and thrown away, so that the receiver can finish it. */
    private static final int BODY_BYTES = 65_536;

    private final boolean anywhere;
    private final SSLSocketFactory tls;
    private final Duration longest;
    /** Asking for a name holds a thread of the machine, which the few that carry all requests must not be. */
    private final ExecutorService names = new ThreadPoolExecutor(
            0,
            MOST_NAMES,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("webhook-names").factory());

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-clock").factory());

    @Autowired
    WebhookPost(@Value("${thucchat.webhooks.private-addresses}") boolean anywhere) {
        this(anywhere, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST);
    }

    /** @param tls whose certificates are trusted */
    WebhookPost(boolean anywhere, SSLSocketFactory tls, Duration longest) {
        this.anywhere = anywhere;
        this.tls = tls;
        this.longest = longest;
        clock.setRemoveOnCancelPolicy(true);
    }

    /** Whether an installation sends into its own network too, without encryption if need be. */
    boolean anywhere() {
        return anywhere;
    }

    Answer send(URI to, Map<String, String> headers, byte[] body) {
        return send(to, headers, body, false);
    }

    /**
     * @param invented whether it tells of invented money: then it goes to the machine's own networks only, and nowhere
     *     where an installation does not send there
     */
    Answer send(URI to, Map<String, String> headers, byte[] body, boolean invented) {
        long began = System.nanoTime();
        // not even its name is asked for
        if (invented && !anywhere) return failed(Delivery.Outcome.INVENTED, began);
        try {
            List<InetAddress> addresses = addresses(to.getHost());
            if (invented && addresses.stream().anyMatch(WebhookAddress::isPublic))
                return failed(Delivery.Outcome.INVENTED, began);
            if (!anywhere && !addresses.stream().allMatch(WebhookAddress::isPublic))
                return failed(Delivery.Outcome.PRIVATE, began);
            return exchange(to, addresses, headers, body, began);
        } catch (TimeoutException | RejectedExecutionException e) {
            return failed(Delivery.Outcome.SLOW, began);
        } catch (ExecutionException e) {
            return failed(Delivery.Outcome.UNREACHABLE, began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Delivery.Outcome.SLOW, began);
        }
    }

    /** All that the name stands for: one that is not public among them makes the name unfit. */
    private List<InetAddress> addresses(String host) throws ExecutionException, InterruptedException, TimeoutException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        Future<InetAddress[]> asked = names.submit(() -> InetAddress.getAllByName(name));
        return Arrays.asList(asked.get(NAMES.toMillis(), TimeUnit.MILLISECONDS));
    }

    private Answer exchange(URI to, List<InetAddress> addresses, Map<String, String> headers, byte[] body, long began) {
        // no proxy: it would ask for the name itself
        var plain = new Socket(Proxy.NO_PROXY);
        var late = new AtomicBoolean();
        var end = clock.schedule(
                () -> {
                    late.set(true);
                    close(plain);
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        boolean connected = false;
        try (plain) {
            plain.connect(
                    new InetSocketAddress(addresses.getFirst(), WebhookAddress.port(to)),
                    Math.toIntExact(longest.toMillis()));
            connected = true;
            Socket line = to.getScheme().equals("https") ? encrypted(plain, to) : plain;
            line.getOutputStream().write(request(to, headers, body));
            line.getOutputStream().flush();
            return answer(new BufferedInputStream(line.getInputStream()), began);
        } catch (IOException e) {
            if (late.get() || e instanceof SocketTimeoutException) return failed(Delivery.Outcome.SLOW, began);
            if (!connected) return failed(Delivery.Outcome.UNREACHABLE, began);
            return failed(e instanceof SSLException ? Delivery.Outcome.UNTRUSTED : Delivery.Outcome.UNREADABLE, began);
        } finally {
            end.cancel(false);
        }
    }

    /** With the name that the certificate must be for. */
    private Socket encrypted(Socket plain, URI to) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, to.getHost(), WebhookAddress.port(to), false);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI to, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder("POST ").append(to.getRawPath());
        if (to.getRawQuery() != null) head.append('?').append(to.getRawQuery());
        head.append(" HTTP/1.1\r\nHost: ").append(to.getRawAuthority());
        head.append("\r\nConnection: close\r\nUser-Agent: ThucChat-Webhooks/1\r\nContent-Type: application/json");
        head.append("\r\nContent-Length: ").append(body.length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] top = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(top, top.length + body.length);
        System.arraycopy(body, 0, all, top.length, body.length);
        return all;
    }

    private static Answer answer(InputStream in, long began) throws IOException {
        int left = HEAD_BYTES;
        while (true) {
            int status = -1;
            long length = 0;
            Duration after = null;
            while (true) {
                String line = line(in, left);
                left -= line.length() + 2;
                if (status < 0) {
                    status = status(line);
                    continue;
                }
                if (line.isEmpty()) break;
                String low = line.toLowerCase(Locale.ROOT);
                if (low.startsWith("content-length:")) length = number(low.substring(15));
                if (low.startsWith("retry-after:")) after = after(low.substring(12));
            }
            // 100 Continue and the like announce the answer
            if (status < 200) continue;
            read(in, Math.min(length, BODY_BYTES));
            return new Answer(Delivery.Outcome.of(status), status, after, ms(began));
        }
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) throw new IOException("Not an HTTP answer");
        return Integer.parseInt(line.substring(9, 12));
    }

    private static String line(InputStream in, int longest) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() >= longest) throw new IOException("Not a line of an HTTP answer");
            line.append((char) c);
        }
        int end = line.length() - 1;
        if (end >= 0 && line.charAt(end) == '\r') line.setLength(end);
        return line.toString();
    }

    /** It has answered: what happens to the rest does not matter. */
    private static void read(InputStream in, long bytes) {
        try {
            in.skipNBytes(bytes);
        } catch (IOException e) {
            // it hung up, or was too slow
        }
    }

    private static long number(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : 0;
    }

    /** In seconds; a date there is not heeded. */
    private static @Nullable Duration after(String text) {
        long seconds = number(text);
        return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }

    private static Answer failed(Delivery.Outcome outcome, long began) {
        return new Answer(outcome, null, null, ms(began));
    }

    private static int ms(long began) {
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
