package vn.thucchat.foundation.work.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.work.UnitStandings;

/** How the units stand that a reader watches over, those with the most overdue first. */
public record UnitStandingsPage(
        UnitStandings.HalfYear halfYear,
        List<Line> lines,
        UnitStandings.Totals totals,
        boolean mayState,
        @Nullable String first,
        @Nullable String next) {

    /** @param unit the name of a unit */
    public record Line(String unit, UnitStandings.Standing standing) {}
}
