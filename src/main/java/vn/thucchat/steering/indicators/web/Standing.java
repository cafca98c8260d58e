package vn.thucchat.steering.indicators.web;

/** Where a value stands against its target; the order is that of a scorecard. */
public enum Standing {
    BEHIND,
    REACHED,
    NO_PLAN,
    MISSING
}
