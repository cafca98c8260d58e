package vn.thucchat.foundation.money.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/**
 * What makes a statement file be refused, or what was left out of one that was taken, or taken otherwise than it says.
 *
 * @param line of the file, from 1; 0 when it is about the file as a whole
 * @param at the entry's reference or the column's name, where there is one
 */
public record StatementFault(int line, @Nullable String at, Reason reason) {

    /** Each has a message of the same name in {@code messages/money-formats.properties}. */
    public enum Reason {
        EMPTY,
        /** More bytes, lines or nesting than any bank sends. */
        TOO_LARGE,
        /** Not UTF-8. */
        ENCODING,
        /** Not well-formed XML, or cut off. */
        NOT_XML,
        /** A document type or entities, with which a file could reach beyond itself. */
        DOCUMENT_TYPE,
        /** XML, but neither camt.053 nor camt.054. */
        NOT_A_STATEMENT,
        /** A text, a field or a quotation that does not end where it should. */
        TEXT_TOO_LONG,
        /** Quotes that do not close, or characters after a closing quote. */
        QUOTES,
        /** A column that the bank's layout names is not in the header, or is there twice. */
        COLUMN,
        /** No account number. */
        ACCOUNT,
        /** No day, or one that does not exist or is written in another way. */
        DATE,
        /** Not above zero in whole đồng, or more than any account holds. */
        AMOUNT,
        /** Not đồng. */
        CURRENCY,
        /** Neither or both of in and out. */
        DIRECTION,
        /** Neither booked nor known not to be. */
        STATUS,
        /** The parts of a batch do not add up to its amount, or have none: one line for all. */
        PARTS,
        /** Of another account than the one that it was sent in for. */
        FOREIGN_ACCOUNT,
        /** Booked on a day that has not come. */
        FUTURE,
        /** Stated, but not booked yet. */
        PENDING,
        /** Nothing moved. */
        ZERO,
        /** The only part of an entry has another amount (a fee, a currency): the entry's own is taken. */
        OWN_AMOUNT,
        /** Several payments in one entry that are not told one by one: one line for all. */
        BATCH,
        /** A balance that cannot be understood. */
        BALANCE,
        /** The running balance does not follow from the row before. */
        BREAK,
        /** A sum below the table is not that of its rows. */
        TOTAL,
        /** Days and months may have changed places. */
        DAYS,
        /** A spreadsheet program took the bank's reference for a number and has cut its digits off. */
        REFERENCE,
        /** Another sheet of the workbook may state the same movements. */
        TWICE,
        /** More than a single payment is: it counts when an accountant has said so. */
        HELD,
        /** Of another account of the same reader, where it was taken. */
        ELSEWHERE,
        /** A table without a row of titles that are known. */
        HEADER,
        /** A web page or an XML table under another name. */
        WEB_PAGE,
        /** Or a picture. */
        PDF,
        /** A packed file that is no workbook. */
        OTHER_FORMAT,
        /** A workbook with a password. */
        LOCKED,
        /** A workbook that is broken, or holds programs or links. */
        WORKBOOK;

        public String key() {
            return "payments.statement." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int LONGEST_AT = 200;

    public StatementFault {
        if (at != null && at.length() > LONGEST_AT) at = at.substring(0, LONGEST_AT);
    }

    /** The whole fault in the reader's language. */
    public String text(Texts t) {
        String why = t.of(reason.key());
        if (line == 0) return at == null ? why : t.of("payments.statement.at", at, why);
        String number = Integer.toString(line);
        return at == null
                ? t.of("payments.statement.at-line", number, why)
                : t.of("payments.statement.at-place", number, at, why);
    }
}
