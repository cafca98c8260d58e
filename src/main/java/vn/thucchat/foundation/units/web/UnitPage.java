package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitDigest;
import vn.thucchat.foundation.units.UnitMap;

/**
 * One unit and its history.
 *
 * @param shown the version of the day asked for, or the nearest one
 * @param path from the nation down to what it belongs to
 * @param digest the unit's latest figures; null when there are none
 * @param map where it lies; null where nobody knows
 * @param heirUnknown it was merged, and nobody recorded into what
 * @param total how many units are below it on all pages
 */
public record UnitPage(
        Unit shown,
        LocalDate on,
        List<Unit> path,
        UnitDigest.@Nullable Digest digest,
        UnitMap.@Nullable Picture map,
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

    /** More units than this are listed behind a fold. */
    private static final int FEW = 12;

    /** What changed on one day, the latest day first. */
    public SequencedMap<LocalDate, List<Step>> days(List<Step> steps) {
        var days = new TreeMap<LocalDate, List<Step>>();
        for (Step step : steps)
            days.computeIfAbsent(step.succession().effective(), _ -> new ArrayList<>())
                    .add(step);
        return days.reversed();
    }

    public boolean many(List<?> listed) {
        return listed.size() > FEW;
    }

    /** Whether a part of the list of units below was asked for. */
    public boolean paging() {
        return first != null;
    }

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
