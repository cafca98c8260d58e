package vn.thucchat.foundation.calendar;

import java.time.LocalDate;

/**
 * The document that something rests on: {@code Thông báo 9441/TB-BNV} of 17 October 2025, Bộ Nội vụ.
 *
 * @param number its kind and number, with the article where that matters
 * @param source where its content was taken from
 * @param checked how far that was compared with its text
 */
public record SourceDocument(String number, LocalDate issuedOn, String issuer, String source, Checked checked) {

    /** How far a document was checked by those who entered it. */
    public enum Checked {
        /** its text was read */
        READ,
        /** as others report it */
        SECONDARY,
        /** computed from a rule */
        COMPUTED,
        /** from memory, not checked */
        RECALLED
    }
}
