package vn.thucchat.foundation.work.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.work.UnitStandings;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkList;
import vn.thucchat.foundation.work.WorkRoles;
import vn.thucchat.foundation.work.WorkRules;

/** How units stand with their work, and the items behind each number. */
@Controller
@RequestMapping(UnitWorkController.PATH)
record UnitWorkController(
        UnitStandings standings, WorkList work, WorkRules rules, Access access, Pages pages, InstantSource clock) {

    static final String PATH = "/work/units";

    private static final int PAGE = 50;

    @GetMapping
    @Allow({WorkRoles.WORK_OFFICE, Roles.LEADER, Roles.AUDITOR})
    View list(@RequestParam(defaultValue = "-OVERDUE") String sort, Cursor cursor, Actor actor) {
        Sort<UnitStandingsPage.Order> order = Sort.read(sort, UnitStandingsPage.Order.class);
        List<UnitStandings.Standing> all = standings.of(actor);
        Slice<UnitStandingsPage.Line> shown = Slice.part(
                all.stream()
                        .map(one -> new UnitStandingsPage.Line(
                                access.unitName(one.unit().value()), one))
                        .sorted(UnitStandingsPage.comparator(order))
                        .toList(),
                cursor,
                PAGE);
        return pages.show(
                "foundation/work/units",
                new UnitStandingsPage(
                        standings.halfYear(),
                        shown.items(),
                        Table.of(PATH, UnitStandingsPage.COLUMNS, cursor, shown).sorted(order),
                        UnitStandings.Totals.of(all),
                        rules.mayChange(actor)));
    }

    @GetMapping("/{code}")
    @Allow({WorkRoles.WORK_OFFICE, Roles.LEADER, Roles.AUDITOR})
    View unit(
            @PathVariable String code,
            @RequestParam(defaultValue = "OVERDUE") UnitStandings.Shown shown,
            Cursor cursor,
            Actor actor,
            Texts t) {
        UnitCode unit = UnitCode.read(code)
                .filter(known -> standings.mayRead(actor, known))
                .orElseThrow(() -> Problem.notFound("work.unit.none"));
        Slice<WorkItem> found = standings.items(actor, unit, shown, cursor);
        Instant now = clock.instant();
        return pages.show(
                "foundation/work/unit",
                new UnitWorkPage(
                        access.unitName(code),
                        code,
                        shown,
                        standings.halfYear(),
                        found.items().stream()
                                .map(item -> new UnitWorkPage.Line(item, work.line(t, item), item.late(now)))
                                .toList(),
                        Table.of(PATH + "/" + code, UnitWorkPage.COLUMNS, cursor, found)
                                .filtered("shown", shown)));
    }
}
