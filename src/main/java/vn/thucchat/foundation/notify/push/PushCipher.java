package vn.thucchat.foundation.notify.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message for one browser (RFC 8291, on RFC 8188's aes128gcm), in one record. */
final class PushCipher {

    /** What push services have to take at least (RFC 8030, section 7.2), without header and tag. */
    static final int LONGEST = 3900;

    private static final int RECORD = 4096;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushCipher() {}

    /**
     * Encrypts.
     *
     * @param browser the browser's public key, {@code p256dh}
     * @param secret what only the browser and we know, {@code auth}
     * @throws IllegalArgumentException when the message is too long for one record
     */
    static byte[] encrypt(byte[] plain, ECPublicKey browser, byte[] secret) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return encrypt(plain, browser, secret, EcKeys.pair(), salt);
    }

    static byte[] encrypt(byte[] plain, ECPublicKey browser, byte[] secret, KeyPair own, byte[] salt) {
        if (plain.length > LONGEST) throw new IllegalArgumentException("too long for one record");
        byte[] ours = EcKeys.bytes((ECPublicKey) own.getPublic());
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(own.getPrivate());
            agreement.doPhase(browser, true);
            byte[] info = joined(text("WebPush: info\0"), EcKeys.bytes(browser), ours);
            byte[] input = derived(secret, agreement.generateSecret(), info, 32);
            byte[] key = derived(salt, input, text("Content-Encoding: aes128gcm\0"), 16);
            byte[] nonce = derived(salt, input, text("Content-Encoding: nonce\0"), 12);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] record = cipher.doFinal(joined(plain, new byte[] {LAST_RECORD}));
            byte[] head = ByteBuffer.allocate(SALT_BYTES + Integer.BYTES + 1)
                    .put(salt)
                    .putInt(RECORD)
                    .put((byte) ours.length)
                    .array();
            return joined(head, ours, record);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] derived(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(input)
                        .thenExpand(info, length));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
