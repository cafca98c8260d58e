package vn.thucchat.foundation.sheets;

import java.util.Locale;

/** Why a spreadsheet is refused; each has a message of the same name in {@code messages/papers.properties}. */
public enum Reason {
    EMPTY,
    /** The detail is the limit in MB. */
    TOO_LARGE,
    /** A zip bomb, whatever its kind: too many parts, or parts that unpack to too much. */
    UNPACKS_TOO_LARGE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    TEXT_TOO_LONG,
    /** Neither XLSX nor CSV: another kind of document, whatever its name says. */
    OTHER_FORMAT,
    /** The binary .xls of before 2007. */
    OLD_EXCEL,
    ENCRYPTED,
    /** Macros, ActiveX controls, embedded programs. */
    ACTIVE_CONTENT,
    /** Links to other workbooks, databases or queries. */
    EXTERNAL_LINKS,
    /** The detail is the sheet's name. */
    HIDDEN_SHEET,
    HIDDEN_CELL,
    FORMULA,
    ERROR_VALUE,
    BAD_NUMBER,
    BAD_DATE,
    CONTROL_CHARACTER,
    /** CSV that is neither UTF-8 nor UTF-16 with its mark: windows-1258, latin1, TCVN3… */
    ENCODING,
    /** Quotes that do not close, or characters after a closing quote. */
    QUOTES,
    /** Not a whole, well-formed file: truncated, with a document type, with parts that contradict each other. */
    DAMAGED;

    public String key() {
        return "papers.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
