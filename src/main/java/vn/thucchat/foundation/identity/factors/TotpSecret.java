package vn.thucchat.foundation.identity.factors;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes time-based codes (RFC 6238) as every authenticator app does: HMAC-SHA-1, six digits, steps of 30 seconds.
 *
 * @param base32 160 bits as 32 signs of base32 (RFC 4648): {@code JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP}
 */
public record TotpSecret(String base32) {

    public static final int BYTES = 20;
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    /** How many steps a clock may be behind or ahead (RFC 6238, 5.2). */
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    public TotpSecret {
        if (!base32.matches("[A-Z2-7]{32}")) throw new IllegalArgumentException("Not 160 bits in base32");
    }

    static TotpSecret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return of(bytes);
    }

    /** @param bytes {@value #BYTES} of them */
    public static TotpSecret of(byte[] bytes) {
        var text = new StringBuilder();
        for (int bit = 0; bit < BYTES * 8; bit += 5) {
            int five = 0;
            for (int i = bit; i < bit + 5; i++) five = (five << 1) | ((bytes[i / 8] >> (7 - i % 8)) & 1);
            text.append(SIGNS.charAt(five));
        }
        return new TotpSecret(text.toString());
    }

    /** The secret in words of four letters, for people who type it. */
    public String words() {
        return base32.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The address that authenticator apps read from a QR code (Google's Key Uri Format). */
    public String uri(String username) {
        String issuer = encoded("Thực Chất");
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                .formatted(issuer, encoded(username), base32, issuer, DIGITS, STEP_SECONDS);
    }

    /** The code of a moment: {@code 287082}. */
    public String code(Instant at) {
        return code(step(at));
    }

    /** The step that a code is of, when it is one of now or of just before or after. Takes the same time for every code. */
    OptionalLong stepOf(String code, Instant now) {
        byte[] typed = code.getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - DRIFT; step <= step(now) + DRIFT; step++)
            if (MessageDigest.isEqual(typed, code(step).getBytes(StandardCharsets.US_ASCII)))
                found = OptionalLong.of(step);
        return found;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // dynamic truncation (RFC 4226, 5.3)
            int at = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        for (int bit = 0; bit < BYTES * 8; bit++) {
            int five = SIGNS.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) (((five >> (4 - bit % 5)) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "TotpSecret";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
