package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitDigest;

/**
 * One unit and its history.
 *
 * @param shown the version of the day asked for, or the nearest one
 * @param path from the nation down to what it belongs to
 * @param digest the unit's latest figures; null when there are none
 * @param heirUnknown it was merged, and nobody recorded into what
 * @param total how many units are below it on all pages
 */
public record UnitPage(
        Unit shown,
        LocalDate on,
        List<Unit> path,
        UnitDigest.@Nullable Digest digest,
        List<Unit> versions,
        List<Step> became,
        List<Step> cameFrom,
        boolean heirUnknown,
        List<Unit> agencies,
        List<Unit> children,
        int total,
        @Nullable String first,
        @Nullable String next) {

    /** @param other the heir, or what the unit came from */
    public record Step(Succession succession, Unit other) {}

    public boolean existed() {
        return shown.validOn(on);
    }

    public boolean ended() {
        return versions.getLast().validTo() != null;
    }

    /** Whether there is anything to say of what became of it: it ended, or gave others a part. */
    public boolean changed() {
        return ended() || !became.isEmpty();
    }

    public String href(Unit unit) {
        return "/units/" + unit.code() + "?on=" + on;
    }

    /** Its page at a time when it existed. */
    public String href(Step step) {
        Unit unit = step.other();
        LocalDate day = unit.validOn(on)
                ? on
                : unit.validTo() != null ? unit.validTo() : step.succession().effective();
        return "/units/" + unit.code() + "?on=" + day;
    }
}
