package vn.thucchat.foundation.money.vietqr;

/**
 * What is wrong with a QR code.
 *
 * @param at the ids of the object from the outermost, with slashes: {@code 38/01/01} is the account; empty for the code
 *     as a whole
 */
public record QrFault(String at, Reason reason) {

    public enum Reason {
        /** It does not begin with the payload format indicator {@code 000201}. */
        NOT_EMV,
        /** An id is not two digits. */
        ID,
        /** A length is not two digits, or is zero. */
        LENGTH,
        /** A value ends before the length that it announced. */
        OVERRUN,
        /** Characters are left over that make no object. */
        TRAILING,
        /** An id stands twice. */
        TWICE,
        /** The check sum is missing at the end. */
        NO_CHECK_SUM,
        /** The check sum is not that of the text. */
        CHECK_SUM,
        /** An object that must be there is not. */
        MISSING,
        /** A value is not of the form that its object asks for. */
        FORM,
        /** An amount is not above zero in whole đồng. */
        AMOUNT,
        /** Not an error: a text is longer than its object may be. */
        TOO_LONG,
        /** Not an error: the lengths count bytes in UTF-8 instead of characters. */
        LENGTH_IN_BYTES,
        /** Not an error: blanks stand around the code or the account. */
        BLANKS,
        /** Not an error: the check sum is in small letters. */
        SMALL_CHECK_SUM,
        /** Not an error: the bank is not in the list. */
        UNKNOWN_BANK,
        /** Not an error: a code that is used many times names an amount. */
        STATIC_WITH_AMOUNT,
        /** Not an error: banks take less than 500 million đồng at once (NAPAS 247). */
        OVER_LIMIT
    }
}
