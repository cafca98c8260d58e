package vn.thucchat.steering.indicators.figures;

/** Where a reading of an indicator comes from. Both may exist for one unit and period, and stand side by side. */
public enum Basis {
    /** units stated it */
    STATED,
    /** the platform computed it from facts by the indicator's formula */
    COMPUTED
}
