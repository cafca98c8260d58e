package vn.thucchat.foundation.identity.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;

/**
 * Writes refresh tokens and codes: the random id of an authorization, a number or a secret, and for a refresh token a
 * mark (HMAC-SHA-256) that only this platform can make. Nothing of a token is kept, so that whoever reads the table has
 * none; and the successor that several requests ask for at once is the same for all of them.
 */
@Component
record RefreshTokens(Seal seal) {

    private static final String PURPOSE = "refresh token";
    private static final int ID = 16;
    private static final int MARK = 32;

    /** A token that was sent: of which authorization and which number it says it is. */
    record Sent(UUID id, int no, String token) {}

    /** A code that was sent, with the hash of its secret. */
    record SentCode(UUID id, String hash) {}

    String write(Authorization of, int no) {
        byte[] head = ByteBuffer.allocate(ID + Integer.BYTES)
                .putLong(of.id().getMostSignificantBits())
                .putLong(of.id().getLeastSignificantBits())
                .putInt(no)
                .array();
        byte[] mark = seal.authenticate(
                head, PURPOSE, Objects.requireNonNull(of.refreshing().keyId()));
        return text(ByteBuffer.allocate(head.length + MARK).put(head).put(mark).array());
    }

    /** Whether the token was made here for this authorization, compared in constant time. */
    boolean genuine(Authorization of, Sent sent) {
        if (of.refreshing().keyId() == null || sent.no() < 1) return false;
        return MessageDigest.isEqual(
                write(of, sent.no()).getBytes(StandardCharsets.UTF_8),
                sent.token().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<Sent> read(String token) {
        return bytes(token, ID + Integer.BYTES + MARK).map(buffer -> new Sent(id(buffer), buffer.getInt(), token));
    }

    static String code(UUID id, byte[] secret) {
        return text(ByteBuffer.allocate(ID + secret.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(secret)
                .array());
    }

    static Optional<SentCode> readCode(String code) {
        return bytes(code, ID + MARK).map(buffer -> new SentCode(id(buffer), Sha256.hex(rest(buffer))));
    }

    private static Optional<ByteBuffer> bytes(String text, int length) {
        if (text.length() != (length * 4 + 2) / 3) return Optional.empty();
        try {
            return Optional.of(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static UUID id(ByteBuffer buffer) {
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] rest(ByteBuffer buffer) {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return rest;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
