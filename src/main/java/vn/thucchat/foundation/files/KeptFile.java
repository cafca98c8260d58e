package vn.thucchat.foundation.files;

/** A file with its bytes, which nobody may change. */
@SuppressWarnings("ArrayRecordComponent") // handed to the response as it is; never compared
public record KeptFile(FileNote note, byte[] bytes) {}
