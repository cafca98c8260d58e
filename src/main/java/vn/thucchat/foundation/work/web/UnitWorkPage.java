package vn.thucchat.foundation.work.web;

import java.util.List;
import vn.thucchat.foundation.pages.Table;
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
        Table table) {

    static final List<Table.Column> COLUMNS =
            List.of(Table.Column.of("work.what"), Table.Column.of("work.due"), Table.Column.of("work.state"));

    public record Line(WorkItem item, WorkLine words, boolean late) {}
}
