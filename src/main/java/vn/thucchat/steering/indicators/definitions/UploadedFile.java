package vn.thucchat.steering.indicators.definitions;

import vn.thucchat.foundation.database.Sha256;

/**
 * A file that a person sent with a form, before it is stored.
 *
 * @param name as the sender calls it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to be kept; never compared
public record UploadedFile(String name, byte[] bytes) {

    /** In hexadecimal; what tells the same file from another. */
    String sha256() {
        return Sha256.hex(bytes);
    }
}
