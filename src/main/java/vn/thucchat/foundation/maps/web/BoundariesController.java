package vn.thucchat.foundation.maps.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.maps.BoundaryFault;
import vn.thucchat.foundation.maps.BoundaryFiles;
import vn.thucchat.foundation.maps.BoundaryFiles.Outcome;
import vn.thucchat.foundation.maps.BoundaryPeriod;
import vn.thucchat.foundation.maps.PlaceMap;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CsvText;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Where an administrator loads the legal boundaries of communes, looks at them and withdraws them. */
@Controller
@RequestMapping(BoundariesController.PATH)
record BoundariesController(
        BoundaryFiles boundaries, Units units, Pictures pictures, Downloads downloads, Pages pages) {

    static final String PATH = "/admin/boundaries";

    /** Faults of a file on the page. */
    private static final int SHOWN = 500;

    /** How long a browser keeps the picture of a file, which never changes. */
    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor, Texts t, Cursor cursor) {
        return page(actor, t, Form.blank(t, Map.of("property", BoundaryForm.CODE)), cursor, null, HttpStatus.OK);
    }

    @PostMapping
    @Allow(Roles.ADMINISTRATOR)
    View load(
            Form<BoundaryForm> form,
            @RequestParam(required = false) @Nullable MultipartFile outlines,
            Actor actor,
            Texts t,
            Flash flash)
            throws IOException {
        Form<BoundaryForm> sent =
                outlines == null || outlines.isEmpty() ? form.with("outlines", "maps.file.none") : form;
        if (sent.wrong() || outlines == null)
            return page(actor, t, sent, Cursor.START, null, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (boundaries.take(actor, sent.value().upload(), outlines.getBytes())) {
            case Outcome.Taken(int taken) -> flash.then("maps.loaded", List.of(taken), PATH);
            case Outcome.AlreadyThere(int there) -> flash.then("maps.already", List.of(there), PATH);
            case Outcome.Refused refused ->
                page(
                        actor,
                        t,
                        sent.with(
                                "outlines",
                                refusal(refused),
                                t.number(refused.faults().size())),
                        Cursor.START,
                        refusal(refused, sent.value().boundaries(), t),
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotAllowed() -> page(actor, t, sent, Cursor.START, null, HttpStatus.FORBIDDEN);
        };
    }

    private static String refusal(Outcome.Refused refused) {
        return refused.more() ? "maps.refused.more" : "maps.refused";
    }

    private BoundariesPage.Refusal refusal(Outcome.Refused refused, LocalDate day, Texts t) {
        int all = refused.faults().size();
        return new BoundariesPage.Refusal(
                t.of(refusal(refused), t.number(all)),
                refused.faults().stream()
                        .limit(SHOWN)
                        .map(fault -> new BoundariesPage.Wrong(place(fault, day, t), fault.text(t)))
                        .toList(),
                all > SHOWN);
    }

    /** The codes that a file must have, with their names: to be joined to outlines in a program for maps. */
    @GetMapping("/codes.csv")
    @Allow(Roles.ADMINISTRATOR)
    ResponseEntity<byte[]> codes(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            Texts t,
            HttpServletRequest request) {
        BoundaryPeriod period = boundaries.period(on);
        byte[] csv = downloads.make(request, () -> {
            var bytes = new ByteArrayOutputStream();
            try (var rows = new CsvText(bytes)) {
                rows.row(BoundaryForm.CODE, "name", "within");
                for (Unit unit : boundaries.expected(period))
                    rows.row(unit.code().value(), name(unit, t), within(unit, period, t));
            }
            return bytes.toByteArray();
        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"codes-" + period.day() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv);
    }

    @GetMapping("/{id}.svg")
    @Allow(Roles.ADMINISTRATOR)
    ResponseEntity<String> drawn(@PathVariable UUID id, Texts t) {
        PlaceMap map = boundaries.drawn(id).orElseThrow(() -> Problem.notFound("maps.none"));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate().immutable())
                .varyBy("Cookie")
                .contentType(Pictures.SVG)
                .body(pictures.svg(map, LocalDate.MAX, t));
    }

    @PostMapping("/{id}/withdrawn")
    @Allow(Roles.ADMINISTRATOR)
    View withdraw(@PathVariable UUID id, Actor actor, Flash flash) {
        return flash.then(boundaries.withdraw(actor, id), "maps.withdrawn", PATH);
    }

    private View page(
            Actor actor,
            Texts t,
            Form<?> form,
            Cursor cursor,
            BoundariesPage.@Nullable Refusal refusal,
            HttpStatus status) {
        List<BoundaryPeriod> periods = boundaries.periods();
        Set<UUID> current = boundaries.current();
        return pages.show(
                "foundation/maps/boundaries",
                new BoundariesPage(
                        boundaries
                                .page(cursor)
                                .map(file -> new BoundariesPage.Row(
                                        file, boundaries.period(file.boundariesOn()), current.contains(file.id()))),
                        periods.stream()
                                .map(period -> new BoundariesPage.Expected(
                                        period, period.communes().size()))
                                .toList(),
                        boundaries.mayChange(actor) ? form : null,
                        periods.stream()
                                .map(period -> new Option(period.day().toString(), PeriodWords.of(period, t)))
                                .toList(),
                        form.faults(),
                        refusal),
                status);
    }

    private String place(BoundaryFault fault, LocalDate day, Texts t) {
        String name = UnitCode.read(fault.code())
                .flatMap(code -> units.nearest(code, day))
                .map(unit -> unit.code() + " " + name(unit, t))
                .orElse(fault.code());
        if (fault.feature() == 0) return name;
        String feature = t.of("maps.feature", t.number(fault.feature()));
        return name.isEmpty() ? feature : feature + " · " + name;
    }

    private String within(Unit unit, BoundaryPeriod period, Texts t) {
        return unit.parent() == null
                ? ""
                : units.nearest(unit.parent(), period.day())
                        .map(parent -> name(parent, t))
                        .orElse("");
    }

    private static String name(Unit unit, Texts t) {
        return t.either(unit.name(), unit.nameEn());
    }
}
