package vn.thucchat.steering.indicators.definitions.web;

import org.springframework.web.util.UriComponentsBuilder;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Which cells of the grid of targets are shown, as its address says it.
 *
 * @param unit whose indicators are the rows, or the unit above the rows where an indicator is chosen; empty: the widest
 *     in which the role is held
 * @param indicator of which the units of {@code level} are the rows; empty: every indicator of the unit
 * @param period empty: the one that is usually worked on today
 * @param level of the units that are the rows; empty: those right below
 * @param page counted from 1
 * @param all every row on one page
 * @param copied whether empty cells hold the target of the period before
 */
public record TargetGridQuery(
        String unit, String indicator, String period, String level, int page, boolean all, boolean copied) {

    /** Where the grid is. */
    static final String PATH = "/targets/grid";

    static TargetGridQuery of(Form<?> form) {
        return new TargetGridQuery(
                form.text("unit"),
                form.text("indicator"),
                form.text("period"),
                form.text("level"),
                form.text("page").matches("[1-9]\\d{0,3}") ? Integer.parseInt(form.text("page")) : 1,
                form.text("all").equals("true"),
                form.text("copied").equals("true"));
    }

    TargetGridQuery of(String exactUnit, Period exactPeriod) {
        return new TargetGridQuery(exactUnit, indicator, exactPeriod.code(), level, page, all, copied);
    }

    TargetGridQuery at(int otherPage) {
        return new TargetGridQuery(unit, indicator, period, level, otherPage, all, copied);
    }

    TargetGridQuery whole(boolean whole) {
        return new TargetGridQuery(unit, indicator, period, level, 1, whole, copied);
    }

    TargetGridQuery copying(boolean copying) {
        return new TargetGridQuery(unit, indicator, period, level, page, all, copying);
    }

    String address() {
        var address = UriComponentsBuilder.fromPath(PATH).queryParam("unit", unit);
        if (!indicator.isEmpty()) address.queryParam("indicator", indicator);
        address.queryParam("period", period);
        if (!level.isEmpty()) address.queryParam("level", level);
        if (page > 1) address.queryParam("page", page);
        if (all) address.queryParam("all", true);
        if (copied) address.queryParam("copied", true);
        return address.encode().toUriString();
    }
}
