package vn.thucchat.steering.indicators.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figures;

/** Published figures for anyone to take away; the same for everybody, signed in or not. */
@Controller
record DownloadController(
        RequestParameters asked,
        Figures figures,
        Assessments assessments,
        Indicators indicators,
        Units units,
        FigureSheets sheets,
        InstantSource clock,
        Downloads downloads) {

    private static final int MOST_ROWS = 20_000;

    /** What an address asks for. */
    private record Wanted(
            Unit unit,
            Period period,
            LocalDate boundaries,
            @Nullable Indicator indicator,
            UnitKind.@Nullable Level level) {}

    @GetMapping({"/figures.csv", "/figures.xlsx"})
    @Allow(anyone = true)
    ResponseEntity<byte[]> file(
            HttpServletRequest request,
            Texts t,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String boundaries) {
        Wanted wanted = wanted(unit, period, indicator, level, boundaries);
        boolean spreadsheet = request.getRequestURI().endsWith(".xlsx");
        return downloads.make(request, () -> {
            List<Assessment> rows = rows(wanted);
            byte[] csv = sheets.csv(t, rows);
            // a spreadsheet differs each time, by the hour it was made
            String content = Sha256.hex(csv);
            return spreadsheet
                    ? answer(t, wanted, "xlsx", content)
                            .contentType(SheetFiles.XLSX)
                            .body(sheets.xlsx(t, notes(t, wanted), rows))
                    : answer(t, wanted, "csv", content)
                            .contentType(FigureSheets.CSV)
                            .body(csv);
        });
    }

    private static ResponseEntity.BodyBuilder answer(Texts t, Wanted wanted, String ending, String content) {
        String name = "%s-%s%s%s-%s%s.%s"
                .formatted(
                        t.of("download.file"),
                        wanted.unit().code(),
                        wanted.level() == null ? "" : "-" + wanted.level().code(),
                        wanted.indicator() == null
                                ? ""
                                : "-" + wanted.indicator().code(),
                        wanted.period(),
                        wanted.boundaries().equals(wanted.period().to()) ? "" : "-" + wanted.boundaries(),
                        ending);
        return ResponseEntity.ok()
                // weak, so that it may be compressed on its way
                .eTag("W/\"" + ending + "-" + t.language() + "-" + content + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .varyBy("Cookie")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    private Wanted wanted(
            String unit,
            String period,
            @Nullable String indicator,
            @Nullable String level,
            @Nullable String boundaries) {
        Period of = asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        return new Wanted(
                asked.unit(unit, in),
                of,
                in,
                indicator == null || indicator.isBlank() ? null : asked.indicator(indicator),
                level == null || level.isBlank()
                        ? null
                        : UnitKind.Level.of(level)
                                .orElseThrow(() -> Problem.bad("level", "comparison.bad-level", level)));
    }

    private List<Assessment> rows(Wanted wanted) {
        Unit above = wanted.unit();
        List<UnitCode> of = wanted.level() == null
                ? List.of(above.code())
                : units.below(above.code(), wanted.level(), wanted.boundaries()).stream()
                        .map(Unit::code)
                        .toList();
        List<Indicator> listed = wanted.indicator() == null ? indicators.all() : List.of(wanted.indicator());
        int rows = wanted.boundaries().equals(wanted.period().to())
                ? figures.count(
                        of,
                        wanted.period(),
                        wanted.indicator() == null ? null : wanted.indicator().code(),
                        MOST_ROWS + 1)
                : of.size() * listed.size();
        if (rows > MOST_ROWS) throw Problem.tooLarge("download.too-many");
        return assessments
                .of(Figures.firsts(figures.publishedIn(wanted.boundaries(), of, wanted.period(), listed)), listed)
                .stream()
                .sorted(Comparator.comparing((Assessment a) -> a.figure().unit())
                        .thenComparingInt(a -> a.indicator().sort())
                        .thenComparing(a -> a.indicator().code()))
                .toList();
    }

    private List<FigureSheets.Note> notes(Texts t, Wanted wanted) {
        return List.of(
                new FigureSheets.Note(t.of("download.what"), t.of("download.what.text")),
                new FigureSheets.Note(
                        t.of("download.unit"),
                        DisplayNames.name(t, wanted.unit()) + " ("
                                + wanted.unit().code() + ")"),
                new FigureSheets.Note(t.of("download.period"), DisplayNames.name(t, wanted.period())),
                new FigureSheets.Note(t.of("download.boundaries"), t.date(wanted.boundaries())),
                new FigureSheets.Note(t.of("download.taken"), t.time(clock.instant())),
                new FigureSheets.Note(
                        t.of("download.url"),
                        sheets.address(
                                DisplayNames.scorecard(wanted.unit().code(), wanted.period(), wanted.boundaries()))));
    }
}
