package vn.thucchat.foundation.notify.push;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullMarked;

/** A push service with one browser behind it, which really decrypts what comes; HKDF is written out here by RFC 5869. */
@NullMarked
public final class PushSink implements AutoCloseable {

    /** Takes the message, and never answers. */
    static final int SILENT = -1;

    /** A message as the browser gets it. */
    public record Push(String text, Headers headers) {}

    private final HttpServer server;
    private final KeyPair browser = EcKeys.pair();
    private final byte[] secret = new byte[16];
    private final Queue<Integer> faults = new ConcurrentLinkedQueue<>();
    private final List<Push> pushes = new CopyOnWriteArrayList<>();

    public PushSink() {
        new SecureRandom().nextBytes(secret);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/push/", this::receive);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String endpoint(String name) {
        return origin() + "/push/" + name;
    }

    String p256dh() {
        return PushKey.ENCODER.encodeToString(EcKeys.bytes((ECPublicKey) browser.getPublic()));
    }

    String auth() {
        return PushKey.ENCODER.encodeToString(secret);
    }

    void fail(Integer... statuses) {
        faults.addAll(List.of(statuses));
    }

    List<Push> pushes() {
        return pushes;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Integer fault = faults.poll();
        if (fault == null || fault == SILENT) pushes.add(new Push(decrypted(body), exchange.getRequestHeaders()));
        if (fault != null && fault == SILENT) {
            LockSupport.parkNanos(2_000_000_000L);
            exchange.close();
            return;
        }
        if (fault != null && fault == 429) exchange.getResponseHeaders().set("Retry-After", "30");
        exchange.getResponseHeaders().set("Location", "/message/" + pushes.size());
        exchange.sendResponseHeaders(fault == null ? 201 : fault, -1);
        exchange.close();
    }

    private String decrypted(byte[] body) {
        try {
            byte[] salt = Arrays.copyOf(body, 16);
            byte[] sender = Arrays.copyOfRange(body, 21, 21 + body[20]);
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(browser.getPrivate());
            agreement.doPhase(EcKeys.publicKey(sender), true);
            byte[] info = ByteBuffer.allocate(14 + 130)
                    .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                    .put(EcKeys.bytes((ECPublicKey) browser.getPublic()))
                    .put(sender)
                    .array();
            byte[] input = hkdf(secret, agreement.generateSecret(), info, 32);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(
                            hkdf(salt, input, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16),
                            "AES"),
                    new GCMParameterSpec(
                            128,
                            hkdf(salt, input, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12)));
            byte[] plain = cipher.doFinal(body, 21 + body[20], body.length - 21 - body[20]);
            return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length)
            throws java.security.GeneralSecurityException {
        byte[] key = mac(salt, input);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return Arrays.copyOf(mac(key, block), length);
    }

    private static byte[] mac(byte[] key, byte[] text) throws java.security.GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** The claims of a VAPID header whose signature is right. */
    static String claims(String authorization) throws java.security.GeneralSecurityException {
        String token = authorization.replaceAll("vapid t=([^,]*), k=.*", "$1");
        byte[] key = Base64.getUrlDecoder().decode(authorization.replaceAll(".*k=", ""));
        String[] parts = token.split("\\.", -1);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(EcKeys.publicKey(key));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) throw new IllegalStateException("forged");
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
