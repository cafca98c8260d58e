package vn.thucchat.foundation.units.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Succession;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitDigest;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.UnitMap;
import vn.thucchat.foundation.units.Units;

/** Units for people: find one by name, walk down from the province, read what became of it. */
@Controller
class UnitsPages {

    private static final int PAGE = 50;
    private static final int LONGEST_QUERY = 100;

    private final Units units;
    private final List<UnitDigest> digests;
    private final List<UnitMap> maps;
    private final Pages pages;
    private final InstantSource clock;

    /**
     * @param digests who tells what is known of a unit; none where no module above does
     * @param maps likewise, who tells where it lies
     */
    UnitsPages(
            Units units,
            ObjectProvider<UnitDigest> digests,
            ObjectProvider<UnitMap> maps,
            Pages pages,
            InstantSource clock) {
        this.units = units;
        this.digests = digests.stream().toList();
        this.maps = maps.stream().toList();
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/units")
    @Allow(anyone = true)
    View list(
            @RequestParam(required = false, defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "FOUND") String sort,
            Cursor cursor,
            Texts t) {
        LocalDate day = UnitParameters.day(on, BusinessTime.day(clock.instant()));
        Sort<UnitsPage.Order> order = Sort.read(sort, UnitsPage.Order.class);
        String query = q.strip();
        if (query.length() > LONGEST_QUERY)
            throw Problem.bad("q", "units.search.long", Integer.toString(LONGEST_QUERY));
        @Nullable Unit above = query.isEmpty() ? above(parent, day) : null;
        List<Unit> found = above == null ? units.search(query) : listed(above, day);
        Slice<Unit> shown =
                Slice.part(found.stream().sorted(UnitsPage.comparator(t, order)).toList(), cursor, PAGE);
        return pages.show(
                "foundation/units/list",
                new UnitsPage(
                        query,
                        day,
                        above,
                        shown.items().stream().map(unit -> row(unit, day)).toList(),
                        found.size(),
                        Table.of("/units", UnitsPage.COLUMNS, cursor, shown)
                                .filtered("on", day, BusinessTime.day(clock.instant()))
                                .filtered("q", query)
                                .filtered("parent", above == null ? "" : above.code())
                                .sorted(order)));
    }

    @GetMapping("/units/{code}")
    @Allow(anyone = true)
    View unit(Texts t, @PathVariable String code, @RequestParam(required = false) @Nullable String on, Cursor cursor) {
        LocalDate day = UnitParameters.day(on, BusinessTime.day(clock.instant()));
        UnitCode asked = UnitParameters.code("code", code);
        Unit shown = units.nearest(asked, day).orElseThrow(() -> Problem.notFound("units.api.never", asked.value()));
        LocalDate then = shown.validOn(day) ? day : dayWithin(shown, day);
        var path = new ArrayList<>(units.path(asked, day));
        path.removeLast();
        List<Unit> children = units.children(asked, then);
        List<Unit> places =
                children.stream().filter(unit -> unit.kind() != UnitKind.AGENCY).toList();
        List<Unit> agencies =
                children.stream().filter(unit -> unit.kind() == UnitKind.AGENCY).toList();
        Slice<Unit> shownPlaces = Slice.part(places, cursor, PAGE);
        String address = "/units/" + asked + "?on=" + day;
        return pages.show(
                "foundation/units/unit",
                new UnitPage(
                        shown,
                        day,
                        path,
                        digests.stream()
                                .flatMap(digest -> digest.of(t, asked).stream())
                                .findFirst()
                                .orElse(null),
                        maps.stream()
                                .flatMap(map -> map.of(shown, then).stream())
                                .findFirst()
                                .orElse(null),
                        units.history(asked),
                        steps(units.successors(asked, LocalDate.MIN), true),
                        steps(units.predecessors(asked), false),
                        units.heirUnknown(asked),
                        agencies,
                        shownPlaces.items(),
                        places.size(),
                        cursor.start() ? null : address,
                        shownPlaces.next(address + "&cursor=")));
    }

    /** The unit asked for or, of none, the only province on record that day, else the nation. */
    private Unit above(@Nullable String parent, LocalDate day) {
        if (parent != null && !parent.isBlank()) {
            UnitCode code = UnitParameters.code("parent", parent);
            List<Unit> history = units.history(code);
            if (history.isEmpty()) throw Problem.notFound("units.api.never", code.value());
            return units.find(code, day).orElseThrow(() -> UnitParameters.absentOn(day, history));
        }
        List<Unit> provinces = units.children(UnitCode.NATION, day);
        if (provinces.size() == 1) return provinces.getFirst();
        return units.nearest(UnitCode.NATION, day).orElseThrow(() -> Problem.notFound("units.api.never", "VN"));
    }

    private List<Unit> listed(Unit above, LocalDate day) {
        return units.children(above.code(), day).stream()
                .filter(unit -> unit.kind() != UnitKind.AGENCY)
                .toList();
    }

    private UnitsPage.Row row(Unit unit, LocalDate day) {
        LocalDate then = unit.validOn(day) ? day : dayWithin(unit, day);
        Unit within = unit.parent() == null
                ? null
                : units.nearest(unit.parent(), then).orElse(null);
        return new UnitsPage.Row(unit, within, "/units/" + unit.code() + "?on=" + then);
    }

    private List<UnitPage.Step> steps(List<Succession> successions, boolean ahead) {
        var steps = new ArrayList<UnitPage.Step>();
        for (Succession succession : successions) {
            // a unit that took others in and kept its code did not become itself
            if (ahead && succession.from().equals(succession.to())) continue;
            units.nearest(
                            ahead ? succession.to() : succession.from(),
                            ahead
                                    ? succession.effective()
                                    : succession.effective().minusDays(1))
                    .ifPresent(other -> steps.add(new UnitPage.Step(succession, other)));
        }
        return steps;
    }

    private static LocalDate dayWithin(Unit unit, LocalDate day) {
        if (unit.validTo() != null && day.isAfter(unit.validTo())) return unit.validTo();
        return unit.validFrom() == null ? day : unit.validFrom();
    }
}
