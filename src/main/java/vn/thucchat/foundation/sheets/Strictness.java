package vn.thucchat.foundation.sheets;

/** What is done with cells that a person should not have sent. */
enum Strictness {
    /** A person filled the sheet in: formulas, errors and hidden cells refuse it. */
    REFUSE,
    /** A program wrote it, and a payer's words may look like anything: each cell is kept as a text or a number. */
    KEEP;

    /** Stands for a formula, whose result only some program knows: no number and no day. */
    static final String FORMULA = "=…";
}
