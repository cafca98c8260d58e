package vn.thucchat.foundation.files;

import java.util.UUID;

/** A kept file's id, a UUIDv7. */
public record FileId(UUID value) {}
