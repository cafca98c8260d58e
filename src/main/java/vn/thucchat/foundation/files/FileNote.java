package vn.thucchat.foundation.files;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a file without opening it.
 *
 * @param name cleaned: no path, no control or direction characters, at most 200 characters
 * @param mediaType by its content
 * @param sha256 of its bytes, in hexadecimal
 * @param keptBy the account that handed it in
 */
public record FileNote(
        FileId id, String name, String mediaType, int sizeBytes, String sha256, Instant keptAt, UUID keptBy) {}
