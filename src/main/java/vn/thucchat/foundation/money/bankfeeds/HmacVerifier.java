package vn.thucchat.foundation.money.bankfeeds;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Compares what a sender proves itself with, in a time that tells nothing about where it differs. */
final class HmacVerifier {

    private HmacVerifier() {}

    /** {@code HmacSHA256} or {@code HmacSHA512} of some pieces, one after the other, in small hexadecimal digits. */
    static String hmac(String algorithm, String secret, byte[]... pieces) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            for (byte[] piece : pieces) mac.update(piece);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean sameHex(String expected, @Nullable String given) {
        return given != null && same(expected, given.strip().toLowerCase(Locale.ROOT));
    }

    static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
