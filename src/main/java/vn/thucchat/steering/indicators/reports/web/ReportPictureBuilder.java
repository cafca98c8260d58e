package vn.thucchat.steering.indicators.reports.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.explorer.web.FigureMaps;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;
import vn.thucchat.steering.indicators.reports.ReportContents;
import vn.thucchat.steering.indicators.reports.ReportOrder;

/** Draws what a report shows beside its tables: targets reached, main figures through time, units on a map. */
@Component
record ReportPictureBuilder(Figures figures, Targets targets, FigureMaps maps, Units units) {

    private static final int MOST_COURSES = 6;

    /** Two values with a gap between them are two dots. */
    private static final int FEWEST_VALUES = 3;

    ReportPictures of(Texts t, ReportContents of) {
        return new ReportPictures(achievements(t, of), courses(t, of), map(t, of));
    }

    private static ReportPictures.@Nullable Achievements achievements(Texts t, ReportContents of) {
        List<Assessment> judged = of.figures().stream()
                .filter(each -> each.achievementPct() != null)
                .sorted(Comparator.comparing(Assessment::judgedPct))
                .toList();
        if (judged.size() < 2) return null;
        var scale =
                Against.scale(judged.stream().map(ReportPictureBuilder::against).toList());
        return new ReportPictures.Achievements(
                judged.stream()
                        .map(each -> new ReportPictures.Achievement(
                                each.indicator().nameVi(),
                                against(each).on(scale),
                                FigureFormat.standing(each).tone(),
                                value(t, each),
                                against(each).plan().text(t),
                                each.progress() == null ? "" : against(each).difference(t)))
                        .toList(),
                scale,
                t.of("paper.picture.source.tables", t.date(newest(judged)))
                        + (judged.stream().anyMatch(each -> each.figure().synthetic())
                                ? " " + t.of("paper.picture.synthetic")
                                : ""));
    }

    /** Of main figures: those with a target before others, each where enough periods are known. */
    private List<ReportPictures.Course> courses(Texts t, ReportContents of) {
        ReportOrder order = of.report().order();
        List<Period> grains = of.figures().stream()
                .map(each -> each.figure().period())
                .distinct()
                .toList();
        List<Figure> past = grains.stream()
                .flatMap(period -> figures.published(Set.of(order.unit()), FigureFormat.periodsUpTo(period)).stream())
                .toList();
        return of.figures().stream()
                .sorted(Comparator.comparing((Assessment each) -> each.target() == null))
                .filter(each -> past.stream()
                                .filter(it ->
                                        it.indicator().equals(each.indicator().code()))
                                .count()
                        >= FEWEST_VALUES)
                .flatMap(each -> course(t, each, past).stream())
                .limit(MOST_COURSES)
                .toList();
    }

    private Optional<ReportPictures.Course> course(Texts t, Assessment of, List<Figure> past) {
        Figure it = of.figure();
        Trend trend = FigureFormat.trend(
                t,
                it,
                past,
                targets.planned(it.unit(), it.synthetic(), of.indicator(), FigureFormat.periodsUpTo(it.period())));
        long known =
                trend.points().stream().filter(point -> point.value() != null).count();
        if (known < FEWEST_VALUES) return Optional.empty();
        return Optional.of(new ReportPictures.Course(
                of.indicator().nameVi(),
                hue(of.indicator().pillar()),
                trend,
                of.indicator().inPercent() ? "%" : "",
                value(t, of),
                source(t, it)));
    }

    private ReportPictures.@Nullable UnitMap map(Texts t, ReportContents of) {
        ReportOrder order = of.report().order();
        LocalDate day = order.period().to();
        Assessment mapped = of.figures().stream()
                .filter(each -> each.figure().indicator().equals(of.mapped()))
                .findFirst()
                .orElse(null);
        if (mapped == null) return null;
        var subject = new FigureSubject(
                mapped.indicator(), units.nearest(order.unit(), day).orElseThrow(), order.period(), day);
        return maps.of(t, subject, of.synthetic())
                .filter(drawn -> !drawn.figures().isEmpty())
                .map(drawn -> new ReportPictures.UnitMap(
                        mapped.indicator().nameVi(),
                        drawn.picture(),
                        source(t, drawn.figures()) + ". " + drawn.picture().origin()))
                .orElse(null);
    }

    /** Writes the source line of a picture: provenance, newest date, and whether any figure is synthetic. */
    private static String source(Texts t, List<Figure> of) {
        String told = of.stream()
                .map(it -> t.of("download.provenance." + it.provenance()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        LocalDate newest =
                of.stream().map(Figure::asOf).max(Comparator.naturalOrder()).orElseThrow();
        return t.of("paper.picture.source", told, t.date(newest))
                + (of.stream().anyMatch(Figure::synthetic) ? ". " + t.of("paper.picture.synthetic") : "");
    }

    private static Against against(Assessment of) {
        return Objects.requireNonNull(FigureFormat.against(of));
    }

    private static String value(Texts t, Assessment of) {
        Quantity value = FigureFormat.quantity(of.figure(), of.indicator());
        return value == null ? "" : value.text(t);
    }

    private static String source(Texts t, Figure it) {
        return t.of("paper.picture.source", ReportSentences.source(t, it), t.date(it.asOf()));
    }

    private static LocalDate newest(List<Assessment> of) {
        return of.stream()
                .map(each -> each.figure().asOf())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String hue(Indicator.Pillar pillar) {
        return switch (pillar) {
            case GOVERNMENT -> "#1d5c9f";
            case ECONOMY -> "#965200";
            case SOCIETY -> "#1f7146";
            case INFRASTRUCTURE -> "#65558f";
        };
    }
}
