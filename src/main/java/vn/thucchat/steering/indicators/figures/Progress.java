package vn.thucchat.steering.indicators.figures;

/**
 * Where a value stands against what it should be by its day: within the year against its path, at the end of the year
 * (or of a period with a target of its own) against the target itself.
 */
public enum Progress {
    /** chậm: short of it */
    BEHIND,
    /** đúng tiến độ: there or beyond, the target itself not yet passed */
    ON_TRACK,
    /** vượt: past the target itself */
    AHEAD
}
