package vn.thucchat.foundation.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets and personal data before they are written: AES-256-GCM (NIST SP 800-38D) with the key of
 * {@code SECRET_KEY}, 32 bytes in Base64. An installation that names none gets one of its own beside its database, to
 * be kept as carefully as the database itself; several processes on one database must be given the same.
 */
@Component
public final class Seal {

    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;
    private static final int MARK_SIGNS = 26;
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Seal::cipher);

    private final SecretKeySpec key;

    @Autowired
    Seal(@Value("${thucchat.secret-key:}") String named, @Value("${thucchat.data-dir}") Path folder) {
        this(named.isBlank() ? kept(folder.resolve("secret-key")) : named.strip());
    }

    /** @param base64 32 bytes */
    public Seal(String base64) {
        byte[] bytes = decoded(base64);
        if (bytes.length != KEY_BYTES)
            throw new IllegalStateException("SECRET_KEY must be 32 bytes in Base64: openssl rand -base64 32");
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** @param purpose what it is and belongs to, checked when it is opened: a sealed text is of no use elsewhere */
    public byte[] close(byte[] plain, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(plain.length)];
            sealed[0] = VERSION;
            System.arraycopy(nonce, 0, sealed, 1, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key or for another purpose, or was changed since */
    public byte[] open(byte[] sealed, String purpose) {
        if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != VERSION)
            throw new IllegalStateException("Not sealed here");
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES)));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed with another key, or changed since: is SECRET_KEY the same?", e);
        }
    }

    /** A text sealed as text (Base64). */
    public String close(String plain, String purpose) {
        return Base64.getEncoder().encodeToString(close(plain.getBytes(StandardCharsets.UTF_8), purpose));
    }

    /** @throws IllegalStateException as {@link #open(byte[], String)} */
    public String open(String sealed, String purpose) {
        return new String(open(decoded(sealed), purpose), StandardCharsets.UTF_8);
    }

    /**
     * Tells equal texts, and texts that were marked here, without giving them away: HMAC-SHA-256 (RFC 2104) with a key
     * of its own for each purpose.
     *
     * @return 26 of the 32 digits and capitals that people do not confuse; whoever needs fewer takes the first
     */
    public String mark(String text, String purpose) {
        byte[] code = hmac(hmac(key.getEncoded(), "mark " + purpose), text);
        var bits = new BigInteger(1, code);
        var mark = new StringBuilder();
        for (int i = 0; i < MARK_SIGNS; i++)
            mark.append(
                    SIGNS.charAt(bits.shiftRight(8 * code.length - 5 * (i + 1)).intValue() & 31));
        return mark.toString();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                RANDOM.nextBytes(fresh);
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.SYNC);
                LOG.info("No SECRET_KEY was given: made {}; without it, what is sealed in the database is lost", file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("No SECRET_KEY was given, and none can be kept in " + file, e);
        }
    }
}
