package vn.thucchat.steering.indicators;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it was handed in, not yet kept.
 *
 * @param name as the sender calls it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to be kept; never compared
public record UploadedFile(String name, byte[] bytes) {

    /** In hexadecimal; what tells the same file from another. */
    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
