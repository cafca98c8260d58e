package vn.thucchat.steering.indicators.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Entry;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.sheets.SheetWriter;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RatioParts;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reporting.StatedColumn;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submissions;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.Uploads;

/** The spreadsheet that units fill in: what they owe of a period, and what holds now beside it. */
@Controller
@RequestMapping("/reporting")
record SheetTemplateController(
        Uploads uploads,
        UnitStatements statements,
        Submissions submissions,
        Units units,
        RequestParameters asked,
        Downloads downloads) {

    /** Of one unit ({@code unit}), or of those of a level below one ({@code above}, {@code level}) that are in reach. */
    @GetMapping("/template.xlsx")
    @Allow({SteeringRoles.REPORTER, SteeringRoles.STEERING_OFFICE})
    ResponseEntity<byte[]> template(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String above,
            @RequestParam(defaultValue = "commune") String level,
            @RequestParam("period") String periodCode) {
        Period period = asked.period(periodCode);
        List<Unit> of = uploads.fillable(actor, asked(unit, above, level, period));
        if (of.isEmpty()) throw Problem.notFound("sheet.no-units");
        byte[] sheet = downloads.make(request, () -> write(t, of, period, actor.synthetic()));
        return SheetFiles.answer(sheet, "%s-%s.xlsx".formatted(unit == null ? above + "-" + level : unit, period));
    }

    private List<Unit> asked(@Nullable String unit, @Nullable String above, String level, Period period) {
        if (unit != null) return List.of(asked.unit(unit, period.to()));
        if (above == null) throw Problem.bad("unit", "figure.bad-unit", "");
        Unit from = asked.unit(above, period.to());
        UnitKind.Level of =
                UnitKind.Level.of(level).orElseThrow(() -> Problem.bad("level", "comparison.bad-level", level));
        return from.kind().level() == of ? List.of(from) : units.below(from.code(), of, period.to());
    }

    private byte[] write(Texts t, List<Unit> of, Period period, boolean synthetic) throws IOException {
        var owed = new HashMap<UnitKind.Level, List<Indicator>>();
        List<UnitCode> codes = of.stream().map(Unit::code).toList();
        Map<UnitCode, Map<String, Statement>> holding = statements.holding(codes, period, synthetic);
        try (var book = new SheetWriter(t.of("papers.choices"))) {
            var sheet = book.sheet(t.of("sheet.name"), SheetImport.columns(StatedColumn.class, t));
            for (Unit unit : of) {
                List<Indicator> indicators =
                        owed.computeIfAbsent(unit.kind().level(), level -> submissions.reportedBy(unit.code(), period));
                for (Indicator it : indicators) {
                    Statement holds =
                            holding.getOrDefault(unit.code(), Map.of()).get(it.code());
                    Quantity now = holds == null ? null : StatementFormat.quantity(holds, it);
                    boolean ratio = it.aggregation() == Indicator.Aggregation.RATIO;
                    String measure = Quantity.of(BigDecimal.ONE, it.measure()).unit(t);
                    sheet.row(
                            Entry.of(unit.code().value()),
                            Entry.of(DisplayNames.name(t, unit)),
                            Entry.of(period.code()),
                            Entry.of(it.code()),
                            Entry.of(DisplayNames.name(t, it)),
                            Entry.of(ratio ? parts(t, it) : measure.isEmpty() ? t.of("sheet.count") : measure),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.blank(),
                            Entry.of(now == null ? "" : now.text(t)));
                }
            }
            return book.bytes();
        }
    }

    /** What the two numbers of a ratio are, so that nobody has to guess. */
    private static String parts(Texts t, Indicator it) {
        return RatioParts.of(t, it)
                .map(parts -> t.of("sheet.ratio.of", parts.numerator(), parts.denominator()))
                .orElseGet(() -> t.of("sheet.ratio"));
    }
}
