package vn.thucchat.foundation.units.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * The list of units: found by name, or those of a province.
 *
 * @param above whose units are listed; null after a search
 * @param total how many there are on all pages
 */
public record UnitsPage(
        String query, LocalDate on, @Nullable Unit above, List<Row> rows, int total, Table table) {

    /** @param within what it belongs to, or null */
    public record Row(Unit unit, @Nullable Unit within, String href) {}

    enum Order {
        /** as the search or the gazetteer gives them */
        FOUND,
        NAME,
        KIND,
        CODE,
        UNTIL
    }

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(Order.NAME, "units.name"),
            Table.Column.by(Order.KIND, "units.kind"),
            Table.Column.of("units.within"),
            Table.Column.by(Order.CODE, "units.code"),
            Table.Column.by(Order.UNTIL, "units.until"));

    static Comparator<Unit> comparator(Texts t, Sort<Order> sort) {
        Comparator<Unit> up = switch (sort.by()) {
            case FOUND -> (_, _) -> 0;
            case NAME -> Comparator.comparing(unit -> t.either(unit.name(), unit.nameEn()), VietnameseText.ORDER);
            case KIND -> Comparator.comparing(Unit::kind);
            case CODE -> Comparator.comparing(Unit::code);
            case UNTIL ->
                Comparator.comparing(Unit::validTo, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));
        };
        return sort.down() ? up.reversed() : up;
    }
}
