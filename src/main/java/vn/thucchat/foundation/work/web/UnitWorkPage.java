package vn.thucchat.foundation.work.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.work.UnitStandings;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkLine;

/**
 * The items of a unit behind one of its numbers.
 *
 * @param unit its name
 * @param code its code
 */
public record UnitWorkPage(
        String unit,
        String code,
        UnitStandings.Shown shown,
        UnitStandings.HalfYear halfYear,
        List<Line> lines,
        @Nullable String first,
        @Nullable String next) {

    public record Line(WorkItem item, WorkLine words, boolean late) {}
}
