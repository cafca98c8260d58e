package vn.thucchat.foundation.work.web;

import java.util.Comparator;
import java.util.List;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.foundation.work.UnitStandings;

/** How the units stand that a reader watches over, those with the most overdue first unless the reader chose otherwise. */
public record UnitStandingsPage(
        UnitStandings.HalfYear halfYear, List<Line> lines, Table table, UnitStandings.Totals totals, boolean mayState) {

    /** @param unit the name of a unit */
    public record Line(String unit, UnitStandings.Standing standing) {}

    enum Order {
        UNIT,
        OVERDUE,
        OPEN,
        ON_TIME,
        LATE
    }

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(Order.UNIT, "work.unit"),
            Table.Column.by(Order.OVERDUE, "work.shown.OVERDUE").numbers(),
            Table.Column.by(Order.OPEN, "work.shown.OPEN").numbers(),
            Table.Column.by(Order.ON_TIME, "work.shown.ON_TIME").numbers(),
            Table.Column.by(Order.LATE, "work.shown.LATE").numbers());

    static Comparator<Line> comparator(Sort<Order> sort) {
        Comparator<Line> up = switch (sort.by()) {
            case UNIT -> Comparator.comparing(Line::unit, VietnameseText.ORDER);
            case OVERDUE -> Comparator.comparingLong(line -> line.standing().overdue());
            case OPEN -> Comparator.comparingLong(line -> line.standing().open());
            case ON_TIME -> Comparator.comparingLong(line -> line.standing().onTime());
            case LATE -> Comparator.comparingLong(line -> line.standing().late());
        };
        return sort.down() ? up.reversed() : up;
    }
}
