package vn.thucchat.steering.indicators.explorer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Offers what can be changed without leaving a view: period, level, district, colours, boundaries, units compared. */
@Component
record ExplorerControls(Figures figures, Units units, DisplayNames names, RequestParameters asked) {

    static List<ExplorerPage.Tab> tabs(Texts t, ExplorerChoice choice) {
        return Stream.of(ExplorerView.values())
                .filter(view -> choice.level() != null || view == ExplorerView.TIME)
                .filter(view -> view != ExplorerView.MAP || choice.level() != UnitKind.Level.PROVINCE)
                .map(view -> new ExplorerPage.Tab(
                        view.code(),
                        t.of("explorer.view." + view),
                        choice.address().with("view", view.code()),
                        view == choice.view()))
                .toList();
    }

    ExplorerPage.Controls of(Texts t, ExplorerChoice choice) {
        FigureSubject of = choice.of();
        boolean among = choice.view() != ExplorerView.TIME && choice.level() != null;
        return new ExplorerPage.Controls(
                periods(t, choice),
                among ? levels(t, choice) : List.of(),
                among && choice.level() == UnitKind.Level.COMMUNE ? within(t, choice) : List.of(),
                choice.within() == null ? "" : choice.within().code().value(),
                choice.address().hidden("within"),
                choice.view() == ExplorerView.MAP
                        ? Stream.of("value", "path")
                                .map(colour -> new ExplorerPage.Choice(
                                        t.of("explorer.colour." + colour),
                                        choice.address().with("colour", colour),
                                        colour.equals(choice.colour())))
                                .toList()
                        : List.of(),
                t.of("figure.boundaries.day", t.date(of.boundaries())),
                boundaries(t, choice),
                compared(t, choice));
    }

    private List<ExplorerPage.Choice> periods(Texts t, ExplorerChoice choice) {
        FigureSubject of = choice.of();
        return Stream.concat(figures.periods(of.unit().code()).stream(), Stream.of(of.period()))
                .filter(period -> period.grain() == of.period().grain())
                .distinct()
                .sorted(Comparator.comparing(Period::to))
                .map(period -> new ExplorerPage.Choice(
                        DisplayNames.brief(t, period), choice.address().at(period), period.equals(of.period())))
                .toList();
    }

    private List<ExplorerPage.Choice> levels(Texts t, ExplorerChoice choice) {
        if (choice.above().kind().level() != UnitKind.Level.PROVINCE) return List.of();
        List<ExplorerPage.Choice> levels = Stream.of(UnitKind.Level.DISTRICT, UnitKind.Level.COMMUNE)
                .filter(level -> !units.below(
                                choice.above().code(), level, choice.of().boundaries())
                        .isEmpty())
                .map(level -> new ExplorerPage.Choice(
                        t.of("level." + level), choice.address().with("level", level.code()), level == choice.level()))
                .toList();
        return levels.size() < 2 ? List.of() : levels;
    }

    private List<Option> within(Texts t, ExplorerChoice choice) {
        if (choice.above().kind().level() != UnitKind.Level.PROVINCE) return List.of();
        var districts = units.below(
                choice.above().code(), UnitKind.Level.DISTRICT, choice.of().boundaries());
        if (districts.isEmpty()) return List.of();
        var within = new ArrayList<Option>();
        within.add(new Option("", t.of("explorer.within.all")));
        districts.forEach(unit -> within.add(new Option(unit.code().value(), DisplayNames.name(t, unit))));
        return within;
    }

    /** The first day of every stretch in which no unit changed, from the period on: there are a handful. */
    private List<Link> boundaries(Texts t, ExplorerChoice choice) {
        FigureSubject of = choice.of();
        var days = new TreeSet<LocalDate>();
        days.add(of.period().to());
        units.eras(of.period().to(), asked.today()).stream().skip(1).forEach(era -> days.add(era.from()));
        return days.stream()
                .filter(day -> !day.equals(of.boundaries()))
                .filter(day -> units.find(of.unit().code(), day).isPresent())
                .map(day -> new Link(choice.address().in(day), boundaries(t, of, day)))
                .toList();
    }

    /** {@code Đổi sang địa giới từ 1/7/2025 (92 xã, phường)}. */
    private String boundaries(Texts t, FigureSubject of, LocalDate day) {
        int communes = of.unit().kind().level() == UnitKind.Level.COMMUNE
                ? 0
                : units.below(of.unit().code(), UnitKind.Level.COMMUNE, day).size();
        boolean own = day.equals(of.period().to());
        String from = t.of(own ? "figure.boundaries.own" : "figure.boundaries.from", t.date(day));
        return communes == 0 ? from : from + " " + t.of("figure.boundaries.communes", t.number(communes));
    }

    private List<ExplorerPage.Choice> compared(Texts t, ExplorerChoice choice) {
        return choice.compare().stream()
                .map(unit -> new ExplorerPage.Choice(
                        names.name(t, unit, choice.of().boundaries()),
                        choice.address().with("compare", without(choice, unit)),
                        true))
                .toList();
    }

    private static @Nullable String without(ExplorerChoice choice, UnitCode unit) {
        String rest = choice.compare().stream()
                .filter(each -> !each.equals(unit))
                .map(UnitCode::value)
                .collect(Collectors.joining(","));
        return rest.isEmpty() ? null : rest;
    }
}
