package vn.thucchat.foundation.money.vietqr;

/**
 * Who holds accounts under a BIN.
 *
 * @param bin six digits
 * @param source the document that says so
 */
public record Bank(String bin, String name, String source) {}
