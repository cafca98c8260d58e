package vn.thucchat.foundation.units.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.DescribedRefusal;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;

/** Units for programs: one, or those below another, as they were on any day. */
@RestController
record UnitsApi(Units units, InstantSource clock) {

    private static final int MOST = 500;

    @Operation(summary = "A unit on any day, and what became of it")
    @GetMapping(path = "/api/v1/units/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    ResponseEntity<UnitAnswer> unit(@PathVariable String code, @RequestParam(required = false) @Nullable String on) {
        String stamp = units.stamp();
        LocalDate day = UnitParameters.day(on, BusinessTime.day(clock.instant()));
        UnitCode asked = UnitParameters.code("code", code);
        Unit unit = existing(asked, day);
        return answer(stamp, day, UnitAnswer.of(unit, day, units));
    }

    @Operation(summary = "Units below another, on any day")
    @DescribedRefusal(status = "404", why = "The unit above was never there, or not on that day")
    @GetMapping(path = "/api/v1/units", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    ResponseEntity<Slice<UnitAnswer>> list(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        String stamp = units.stamp();
        LocalDate day = UnitParameters.day(on, BusinessTime.day(clock.instant()));
        UnitCode above = parent == null || parent.isBlank() ? UnitCode.NATION : UnitParameters.code("parent", parent);
        UnitKind.Level wanted = UnitParameters.level(level);
        int most = UnitParameters.number("limit", limit, MOST, MOST);
        Cursor place = Cursor.read(cursor);
        @Nullable
        UnitCode after = place.start()
                ? null
                : place.key(0, UnitCode.NATION, code -> UnitCode.read(code).orElseThrow());
        existing(above, day);
        List<Unit> found = wanted == null ? units.children(above, day) : units.below(above, wanted, day);
        List<Unit> rest = found.stream()
                .filter(unit -> after == null || unit.code().compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        List<UnitAnswer> items = rest.stream()
                .limit(most)
                .map(unit -> UnitAnswer.of(unit, day, units))
                .toList();
        String next = rest.size() > most ? Cursor.of(items.getLast().code()) : null;
        return answer(stamp, day, new Slice<>(items, next));
    }

    private Unit existing(UnitCode code, LocalDate day) {
        List<Unit> history = units.history(code);
        if (history.isEmpty()) throw Problem.notFound("units.api.never", code.value());
        return units.find(code, day).orElseThrow(() -> UnitParameters.absentOn(day, history));
    }

    /** The address names all that the answer depends on, but for today and the state of the gazetteer. */
    private static <T> ResponseEntity<T> answer(String stamp, LocalDate day, T body) {
        return ResponseEntity.ok()
                .eTag("\"" + stamp + "-" + day + "\"")
                .cacheControl(CacheControl.noCache().cachePublic())
                .body(body);
    }
}
