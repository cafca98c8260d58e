package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;

/** The facts behind a figure. */
@Controller
@RequestMapping("/figures/{indicator}/{unit}/{period}/evidence")
record EvidenceController(
        RequestParameters asked,
        VisibleFigures visible,
        FigureEvidence evidence,
        EvidenceRows lines,
        EvidenceGroups groups,
        DisplayNames wording,
        Pages pages) {

    private static final int FACTS_PER_PAGE = 50;

    @GetMapping
    @Allow(anyone = true)
    View evidence(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after) {
        FigureSubject subject = FigureSubject.of(asked, indicator, unit, period, boundaries);
        Figure shown = VisibleFigures.chosen(visible.of(actor, subject), reading);
        if (shown == null) throw Problem.notFound("figure.none", indicator, unit, period);
        String self = DisplayNames.figure(indicator, shown.unit(), shown.period(), subject.boundaries());
        FigureEvidence.Part part = part(of, from, to, subject.period());
        String all = "/figures/%s/%s/%s/evidence?reading=%s%s"
                .formatted(
                        indicator,
                        shown.unit(),
                        shown.period(),
                        FigureFormat.reading(shown),
                        DisplayNames.in(shown.period(), subject.boundaries(), "&"));
        String here = all + query(part);
        boolean each = evidence.showsEach(actor, shown, subject.indicator());
        List<EvidencePage.Row> rows;
        @Nullable String next;
        @Nullable String note = null;
        if (each) {
            Evidence page = evidence.of(
                    shown, subject.indicator(), part, FigureApi.cursor(evidence, shown, after), FACTS_PER_PAGE);
            rows = lines.of(actor, t, shown, page.facts());
            next = page.next() == null
                    ? null
                    : evidence.sealed(shown, page.next().toString());
        } else {
            var days = evidence.days(
                    actor, shown, subject.indicator(), part, FigureApi.group(evidence, shown, after), FACTS_PER_PAGE);
            rows = days.groups().stream().map(day -> lines.of(t, shown, day)).toList();
            next = days.next() == null
                    ? null
                    : evidence.sealed(shown, days.next().cursor());
            String fewest = t.number(Evidence.Group.FEWEST_SUBJECTS);
            // of a part, how many days are withheld would tell which
            note = part.equals(FigureEvidence.Part.ALL)
                    ? t.of("evidence.days", fewest)
                            + (days.withheld() == 0 ? "" : " " + t.of("evidence.withheld", t.number(days.withheld())))
                    : t.of("course.enough", fewest);
        }
        return pages.show(
                "steering/indicators/figures/evidence",
                new EvidencePage(
                        DisplayNames.name(t, subject.indicator()),
                        subject.indicator().pillar().name(),
                        wording.path(t, shown.unit(), shown.period(), subject.boundaries()),
                        DisplayNames.name(t, shown.period()),
                        new Link(self, t.of("evidence.back")),
                        FigureFormat.quantity(shown, subject.indicator()),
                        null,
                        evidence.count(shown, subject.indicator()),
                        lines.sums(t, shown, subject.indicator()),
                        part.equals(FigureEvidence.Part.ALL) && after == null
                                ? groups.of(actor, t, shown, subject.indicator(), all)
                                : null,
                        chosen(t, part, all, subject.period()),
                        rows,
                        after == null ? null : here,
                        next == null ? null : here + "&after=" + next,
                        note));
    }

    /** A unit, or days within the period; what is neither is refused, not taken for all. */
    private FigureEvidence.Part part(@Nullable String unit, @Nullable String from, @Nullable String to, Period period) {
        UnitCode only = unit == null || unit.isBlank()
                ? null
                : asked.unit(unit, period.to()).code();
        return new FigureEvidence.Part(
                only,
                from == null || from.isBlank() ? null : asked.day("from", from),
                to == null || to.isBlank() ? null : asked.day("to", to));
    }

    private static String query(FigureEvidence.Part part) {
        return (part.unit() == null ? "" : "&of=" + part.unit())
                + (part.from() == null ? "" : "&from=" + part.from())
                + (part.to() == null ? "" : "&to=" + part.to());
    }

    /** {@code Phường Túc Duyên · 4/5/2026 – 10/5/2026}, and the way back to all; null where all is shown. */
    private @Nullable Link chosen(Texts t, FigureEvidence.Part part, String all, Period period) {
        if (part.equals(FigureEvidence.Part.ALL)) return null;
        LocalDate from = part.from() == null ? period.from() : part.from();
        LocalDate to = part.to() == null ? period.to() : part.to();
        String days = part.from() == null && part.to() == null
                ? ""
                : Course.name(t, new Course.Stretch(from, to, BigDecimal.ZERO));
        String unit = part.unit() == null ? "" : wording.name(t, part.unit(), period.to());
        return new Link(all, unit + (unit.isEmpty() || days.isEmpty() ? "" : " · ") + days);
    }
}
