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
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals secrets and personal data before they are written: AES-256-GCM (NIST SP 800-38D) with the key of
 * {@code SECRET_KEY}, 32 bytes in Base64. An installation that names none gets one of its own beside its database, to
 * be kept as carefully as the database itself; several processes on one database must be given the same.
 *
 * <p>A sealed text names its key: byte 2, four bytes of key id, nonce, ciphertext and tag. (Byte 1 begins texts of the
 * first form, which named none.) So keys rotate: a new {@code SECRET_KEY} seals from now on, and those before it, in
 * {@code FORMER_SECRET_KEYS} from the newest to the oldest, still open what they sealed. Marks are made with the oldest
 * key, so that codes on paper stay what they are.
 */
@Component
public final class Seal {

    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FIRST_FORM = 1;
    private static final byte FORM = 2;
    private static final int HEAD = 1 + ID_BYTES;
    private static final int MARK_SIGNS = 26;
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(Seal::cipher);

    /** By their ids, the one that seals first. */
    private final SequencedMap<String, SecretKeySpec> keys = new LinkedHashMap<>();

    @Autowired
    Seal(
            @Value("${thucchat.secret-key:}") String named,
            @Value("${thucchat.former-secret-keys:}") List<String> former,
            @Value("${thucchat.data-dir}") Path folder) {
        this(Stream.concat(
                        Stream.of(named.isBlank() ? kept(folder.resolve("secret-key")) : named),
                        former.stream().filter(key -> !key.isBlank()))
                .toArray(String[]::new));
    }

    /** @param base64 keys of 32 bytes each: the one that seals, then those before it, the newest first */
    public Seal(String... base64) {
        for (String text : base64) {
            byte[] bytes = decoded(text.strip());
            if (bytes.length != KEY_BYTES)
                throw new IllegalStateException(
                        "SECRET_KEY and FORMER_SECRET_KEYS must be 32 bytes in Base64 each: openssl rand -base64 32");
            keys.putIfAbsent(
                    HexFormat.of().formatHex(Arrays.copyOf(hmac(bytes, "id"), ID_BYTES)),
                    new SecretKeySpec(bytes, "AES"));
        }
    }

    /** The id of the key that seals, eight hexadecimal digits such as {@code 3f09c2d1}. */
    public String keyId() {
        return keys.firstEntry().getKey();
    }

    /** The ids of all keys that open. */
    Set<String> keyIds() {
        return Set.copyOf(keys.keySet());
    }

    /** @param purpose what it is and belongs to, checked when it is opened: a sealed text is of no use elsewhere */
    public byte[] close(byte[] plain, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, keys.firstEntry().getValue(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = new byte[HEAD + NONCE_BYTES + cipher.getOutputSize(plain.length)];
            sealed[0] = FORM;
            System.arraycopy(HexFormat.of().parseHex(keyId()), 0, sealed, 1, ID_BYTES);
            System.arraycopy(nonce, 0, sealed, HEAD, NONCE_BYTES);
            cipher.doFinal(plain, 0, plain.length, sealed, HEAD + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key or for another purpose, or was changed since */
    public byte[] open(byte[] sealed, String purpose) {
        if (firstForm(sealed)) return openWithAny(sealed, purpose);
        if (sealed.length <= HEAD + NONCE_BYTES || sealed[0] != FORM)
            throw new IllegalStateException("Not sealed here");
        String id = HexFormat.of().formatHex(sealed, 1, HEAD);
        SecretKeySpec key = keys.get(id);
        if (key == null)
            throw new IllegalStateException(
                    "Sealed with the key " + id + ", which neither SECRET_KEY nor FORMER_SECRET_KEYS has");
        try {
            return open(sealed, HEAD, key, purpose);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed for another purpose, or changed since", e);
        }
    }

    /** Whether a text was sealed before sealed texts named their key. */
    private static boolean firstForm(byte[] sealed) {
        return sealed.length > 1 + NONCE_BYTES && sealed[0] == FIRST_FORM;
    }

    private byte[] openWithAny(byte[] sealed, String purpose) {
        @Nullable GeneralSecurityException last = null;
        for (SecretKeySpec key : keys.values()) {
            try {
                return open(sealed, 1, key, purpose);
            } catch (GeneralSecurityException e) {
                last = e;
            }
        }
        throw new IllegalStateException("Sealed with another key, or changed since: is SECRET_KEY the same?", last);
    }

    private static byte[] open(byte[] sealed, int head, SecretKeySpec key, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(sealed, head, head + NONCE_BYTES)));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(sealed, head + NONCE_BYTES, sealed.length - head - NONCE_BYTES);
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
     * As {@link #open(String, String)}, for what has got a narrower purpose since it was first sealed.
     *
     * @param former the purpose of texts of the first form
     */
    public String open(String sealed, String purpose, String former) {
        return open(sealed, firstForm(decoded(sealed)) ? former : purpose);
    }

    /**
     * Tells equal texts, and texts that were marked here, without giving them away: HMAC-SHA-256 (RFC 2104) with a key
     * of its own for each purpose.
     *
     * @return 26 of the 32 digits and capitals that people do not confuse; whoever needs fewer takes the first
     */
    public String mark(String text, String purpose) {
        byte[] code = hmac(hmac(keys.lastEntry().getValue().getEncoded(), "mark " + purpose), text);
        var bits = new BigInteger(1, code);
        var mark = new StringBuilder();
        for (int i = 0; i < MARK_SIGNS; i++)
            mark.append(
                    SIGNS.charAt(bits.shiftRight(8 * code.length - 5 * (i + 1)).intValue() & 31));
        return mark.toString();
    }

    /**
     * Makes an id of a text by the key (UUIDv8, RFC 9562, 5.8): equal texts have one id on whichever server, and nobody
     * without the key learns the one from the other.
     */
    public UUID id(String text, String purpose) {
        String code = Sha256.hex(mark(text, purpose));
        long high = Long.parseUnsignedLong(code, 0, 16, 16);
        long low = Long.parseUnsignedLong(code, 16, 32, 16);
        return new UUID((high & ~0xF000L) | 0x8000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    /**
     * What nobody without the key can make of a message: HMAC-SHA-256, 32 bytes.
     *
     * @param keyId as {@link #keyId} said when the first was made
     * @throws IllegalStateException when there is no such key
     */
    public byte[] authenticate(byte[] message, String purpose, String keyId) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null)
            throw new IllegalStateException("Neither SECRET_KEY nor FORMER_SECRET_KEYS has the key " + keyId);
        return hmac(hmac(key.getEncoded(), "authenticate " + purpose), message);
    }

    private static byte[] hmac(byte[] key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
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
