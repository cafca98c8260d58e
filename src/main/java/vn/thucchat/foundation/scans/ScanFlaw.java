package vn.thucchat.foundation.scans;

/** Why a photograph of a paper would be sent back by a clerk. Its message {@code scans.flaw.<name>} says what mends it. */
public enum ScanFlaw {
    /** no JPEG or PNG picture, damaged, or of more than 110 million pixels */
    UNREADABLE,
    /** fewer than about 90 dots an inch on A4: small print is lost */
    SMALL,
    /** the paper itself is dark */
    DARK,
    /** out of focus, or moved */
    BLURRED,
    /** nothing is written there */
    EMPTY
}
