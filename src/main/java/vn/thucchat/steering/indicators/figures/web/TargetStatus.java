package vn.thucchat.steering.indicators.figures.web;

import org.springframework.modulith.NamedInterface;

/** Where a value stands against its path or target; the order is that of a scorecard. */
@NamedInterface("words")
public enum TargetStatus {
    BEHIND,
    ON_TRACK,
    REACHED,
    UNJUDGED,
    NO_PLAN,
    MISSING;

    /** The class of its colour: red is for what is behind, and for nothing else. */
    public String tone() {
        return switch (this) {
            case BEHIND -> "bad";
            case ON_TRACK, REACHED -> "good";
            case UNJUDGED, NO_PLAN, MISSING -> "quiet";
        };
    }
}
