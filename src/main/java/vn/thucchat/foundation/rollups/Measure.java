package vn.thucchat.foundation.rollups;

/** What a term counts in the facts that it selects. */
public enum Measure {
    /** acts: the sum of the facts' counts */
    COUNT,
    /** the sum of the facts' amounts, in the kind's unit */
    AMOUNT,
    /** distinct subjects, exact over any units and days */
    SUBJECTS,
    /** how things stand at the end of the period: the last amount of each subject, summed */
    LAST
}
