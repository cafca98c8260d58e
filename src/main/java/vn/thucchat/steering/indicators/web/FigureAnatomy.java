package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.Access;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.pages.Trend;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Document;
import vn.thucchat.steering.indicators.Explanations;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.RollUps;

/** Takes a figure apart for its page: everything that it is made of, and everything that was said about it. */
@Component
class FigureAnatomy {

    private static final int LARGEST = 5;

    private final Figures figures;
    private final Explanations explanations;
    private final RollUps rollUps;
    private final Units units;
    private final Access access;
    private final Wording wording;

    FigureAnatomy(
            Figures figures, Explanations explanations, RollUps rollUps, Units units, Access access, Wording wording) {
        this.figures = figures;
        this.explanations = explanations;
        this.rollUps = rollUps;
        this.units = units;
        this.access = access;
        this.wording = wording;
    }

    /** @param chosen whether the address named the reading, so that the links on the page keep naming it */
    FigurePage of(
            Actor actor,
            Texts t,
            FigureController.Subject of,
            List<Figure> readings,
            @Nullable Figure shown,
            boolean chosen) {
        Assessment assessed =
                shown == null ? null : figures.assess(List.of(shown)).getFirst();
        String query = query(of, shown, chosen);
        return new FigurePage(
                heading(t, of),
                shown == null ? null : Shown.quantity(shown, of.indicator()),
                assessed == null ? Standing.MISSING : Shown.standing(assessed),
                known(of, shown),
                assessed == null ? null : Shown.against(assessed),
                assessed == null ? null : target(assessed),
                assessed == null ? null : change(of, assessed),
                shown == null ? new Trend(List.of()) : trend(of, shown),
                assessed == null ? null : source(t, assessed),
                method(t, of, shown, query),
                others(t, of, readings, shown),
                coverage(of, shown),
                boundaries(t, of, shown),
                contributions(actor, t, of, shown),
                revisions(of, shown),
                explanations(actor, of),
                new FigurePage.Evidence(path(of) + "/evidence" + query, null),
                Wording.downloads(
                        "unit=%s&period=%s&indicator=%s%s"
                                .formatted(
                                        of.unit().code(),
                                        of.period(),
                                        of.indicator().code(),
                                        Wording.in(of.period(), of.boundaries(), "&")),
                        "/api/v1" + path(of) + Wording.in(of.period(), of.boundaries(), "?")),
                access.may(actor, Role.LEADER, of.unit().code().value())
                        ? "/explanations/new?indicator=%s&unit=%s&period=%s"
                                .formatted(of.indicator().code(), of.unit().code(), of.period())
                        : null);
    }

    private FigurePage.Heading heading(Texts t, FigureController.Subject of) {
        Period period = of.period();
        return new FigurePage.Heading(
                Wording.name(t, of.indicator()),
                "/indicators/" + of.indicator().code(),
                of.indicator().pillar().name(),
                wording.path(t, of.unit().code(), period, of.boundaries()),
                new Link(Wording.scorecard(of.unit().code(), period, of.boundaries()), Wording.name(t, period)),
                new Link(at(of, period.previous()), Wording.name(t, period.previous())),
                new Link(at(of, period.next()), Wording.name(t, period.next())));
    }

    private FigurePage.Known known(FigureController.Subject of, @Nullable Figure shown) {
        Instant now = rollUps.asOf();
        if (shown == null)
            return new FigurePage.Known(
                    Provenance.REPORTED, false, false, of.period().to(), 0, null, now);
        var publication = shown.publication();
        return new FigurePage.Known(
                shown.provenance(),
                shown.synthetic(),
                !shown.derivation().isEmpty(),
                shown.asOf(),
                publication == null ? 0 : publication.revision(),
                publication == null ? null : Ground.day(publication.at()),
                publication == null ? now : null);
    }

    private static FigurePage.@Nullable Target target(Assessment of) {
        var target = of.target();
        if (target == null) return null;
        return new FigurePage.Target(
                target.document().citation(),
                null,
                target.document().issuedOn(),
                target.derivation().isEmpty() ? null : target.derivation());
    }

    private FigurePage.@Nullable Change change(FigureController.Subject of, Assessment assessed) {
        BigDecimal yoy = assessed.yoyPct();
        if (yoy == null) return null;
        Figure shown = assessed.figure();
        Figure before =
                figures
                        .published(List.of(shown.unit()), List.of(shown.period().yearBefore()), shown.indicator())
                        .stream()
                        .filter(it -> it.basis() == shown.basis() && it.synthetic() == shown.synthetic())
                        .findFirst()
                        .orElse(null);
        boolean up = of.indicator().direction() == Indicator.Direction.UP;
        return new FigurePage.Change(
                yoy,
                before == null ? null : Shown.quantity(before, of.indicator()),
                at(of, of.period().yearBefore()),
                up ? yoy.signum() >= 0 : yoy.signum() <= 0,
                before != null && !before.derivation().isEmpty());
    }

    private Trend trend(FigureController.Subject of, Figure shown) {
        // Other boundaries have no published past of their own; a line through two kinds of places would lie.
        if (!of.boundaries().equals(of.period().to())) return new Trend(List.of());
        return Shown.trend(
                shown,
                figures.published(List.of(shown.unit()), Shown.periodsUpTo(shown.period()), shown.indicator()),
                "");
    }

    private static FigurePage.@Nullable Source source(Texts t, Assessment of) {
        Document document = of.document();
        Figure figure = of.figure();
        if (document == null || figure.statement() == null) return null;
        String quote = of.quote().isEmpty() ? null : of.quote();
        String derived = figure.derivation();
        return new FigurePage.Source(
                derived.isEmpty() ? quote : t.of("figure.source.derived", quote == null ? "" : quote, derived),
                document.citation(),
                "/statements/" + figure.statement(),
                document.issuedOn());
    }

    private FigurePage.Method method(Texts t, FigureController.Subject of, @Nullable Figure shown, String query) {
        Indicator it = of.indicator();
        String evidence = path(of) + "/evidence" + query;
        return new FigurePage.Method(
                t.either(it.definitionVi(), it.definitionEn()),
                it.formula().isEmpty() ? t.of("aggregation." + it.aggregation()) : it.formula(),
                shown == null || shown.numerator() == null
                        ? null
                        : new FigurePage.Part(t.of("figure.method.numerator"), shown.numerator(), evidence),
                shown == null || shown.denominator() == null
                        ? null
                        : new FigurePage.Part(t.of("figure.method.denominator"), shown.denominator(), evidence),
                it.legalBasis().isEmpty() ? null : new Link("/indicators/" + it.code(), it.legalBasis()));
    }

    private static List<FigurePage.Reading> others(
            Texts t, FigureController.Subject of, List<Figure> readings, @Nullable Figure shown) {
        var others = new ArrayList<FigurePage.Reading>();
        for (Figure other : readings) {
            Quantity value = Shown.quantity(other, of.indicator());
            if (shown == null || value == null) continue;
            if (other.basis() == shown.basis() && other.synthetic() == shown.synthetic()) continue;
            others.add(new FigurePage.Reading(
                    t.of("reading." + Shown.reading(other)),
                    value,
                    other.provenance(),
                    other.synthetic(),
                    !other.derivation().isEmpty(),
                    shown.value() == null ? null : value.value().subtract(shown.value()),
                    path(of) + query(of, other, true)));
        }
        return others;
    }

    private FigurePage.@Nullable Coverage coverage(FigureController.Subject of, @Nullable Figure shown) {
        if (shown == null || shown.coverage() == null) return null;
        return new FigurePage.Coverage(
                shown.coverage().reported(),
                shown.coverage().expected(),
                Wording.compare(of.indicator().code(), of.unit().code(), of.period(), of.boundaries()) + "&sort=value");
    }

    private FigurePage.Boundaries boundaries(Texts t, FigureController.Subject of, @Nullable Figure shown) {
        var days = new TreeSet<LocalDate>();
        days.add(of.period().to());
        // the first day of every stretch in which nothing changed, from the period on: there are a handful
        units.eras(of.period().to(), Ground.day(rollUps.asOf())).stream()
                .skip(1)
                .forEach(era -> days.add(era.from()));
        var choices = days.stream()
                .filter(day -> !day.equals(of.boundaries()))
                .filter(day -> units.find(of.unit().code(), day).isPresent())
                .map(day -> new Link(
                        Wording.figure(of.indicator().code(), of.unit().code(), of.period(), day), t.date(day)))
                .toList();
        var undivided = shown == null
                ? List.<FigurePage.Undivided>of()
                : shown.undivided().stream()
                        .map(u -> new FigurePage.Undivided(
                                new Link(
                                        Wording.figure(
                                                of.indicator().code(),
                                                u.source(),
                                                of.period(),
                                                of.period().to()),
                                        wording.name(t, u.source(), of.period().to())),
                                t.of(
                                        "figure.undivided",
                                        String.join(
                                                ", ",
                                                u.heirs().stream()
                                                        .map(heir -> wording.name(t, heir, of.boundaries()))
                                                        .toList()))))
                        .toList();
        return new FigurePage.Boundaries(of.boundaries(), choices, undivided);
    }

    private FigurePage.Contributions contributions(
            Actor actor, Texts t, FigureController.Subject of, @Nullable Figure shown) {
        Unit unit = of.unit();
        UnitKind.Level level = wording.levelBelow(unit, of.boundaries());
        List<Unit> below =
                unit.kind().level() == UnitKind.Level.COMMUNE || unit.kind().level() == UnitKind.Level.AGENCY
                        ? List.of()
                        : units.below(unit.code(), level, of.boundaries());
        if (below.isEmpty() || shown == null) return new FigurePage.Contributions(List.of(), 0, null);
        var codes = below.stream().map(Unit::code).toList();
        List<Assessment> all = figures.assess(figures.visible(actor, codes, of.period(), of.boundaries()).stream()
                .filter(it -> it.indicator().equals(of.indicator().code())
                        && it.synthetic() == shown.synthetic()
                        && it.basis() == shown.basis()
                        && it.value() != null)
                .toList());
        boolean adds = of.indicator().aggregation() == Indicator.Aggregation.SUM;
        Map<UnitCode, String> names = new HashMap<>();
        below.forEach(each -> names.put(each.code(), Wording.name(t, each)));
        var top = all.stream()
                .sorted(Comparator.comparing((Assessment each) -> size(each.figure(), adds))
                        .reversed())
                .limit(LARGEST)
                .map(each -> new FigurePage.Contribution(
                        new Link(
                                Wording.figure(
                                        of.indicator().code(), each.figure().unit(), of.period(), of.boundaries()),
                                names.getOrDefault(
                                        each.figure().unit(),
                                        each.figure().unit().value())),
                        Shown.quantity(each.figure(), of.indicator()),
                        Shown.against(each),
                        weight(each.figure(), shown, adds)))
                .toList();
        return new FigurePage.Contributions(
                top, below.size(), Wording.compare(of.indicator().code(), unit.code(), of.period(), of.boundaries()));
    }

    /** By how much a unit weighs in the whole: its value where values add up, else what its share is a share of. */
    private static BigDecimal size(Figure figure, boolean adds) {
        BigDecimal size = adds || figure.denominator() == null ? figure.value() : figure.denominator();
        return size == null ? BigDecimal.ZERO : size;
    }

    private static @Nullable BigDecimal weight(Figure part, Figure whole, boolean adds) {
        BigDecimal of = adds ? whole.value() : whole.denominator();
        if (of == null || of.signum() == 0 || (!adds && part.denominator() == null)) return null;
        return size(part, adds).multiply(BigDecimal.valueOf(100)).divide(of, 2, RoundingMode.HALF_UP);
    }

    private List<FigurePage.Revision> revisions(FigureController.Subject of, @Nullable Figure shown) {
        if (shown == null) return List.of();
        var revisions = new ArrayList<FigurePage.Revision>();
        for (Figure it : figures.revisions(of.indicator().code(), of.unit().code(), of.period())) {
            Quantity value = Shown.quantity(it, of.indicator());
            var publication = it.publication();
            if (value == null
                    || publication == null
                    || it.basis() != shown.basis()
                    || it.synthetic() != shown.synthetic()) continue;
            revisions.add(new FigurePage.Revision(
                    publication.revision(),
                    value,
                    Ground.day(publication.at()),
                    path(of) + "?reading=" + Shown.reading(it) + "&revision=" + publication.revision(),
                    null,
                    publication.equals(shown.publication())));
        }
        return revisions;
    }

    private List<FigurePage.Explanation> explanations(Actor actor, FigureController.Subject of) {
        if (!explanations.sees(actor, of.unit().code())) return List.of();
        return explanations.ofFigure(of.indicator().code(), of.unit().code(), of.period()).stream()
                .map(it -> new FigurePage.Explanation(
                        it.askedByName(),
                        Ground.day(it.askedAt()),
                        it.question(),
                        it.due(),
                        it.answeredAt() == null
                                ? null
                                : new FigurePage.Answer(
                                        it.answeredByName() == null ? "" : it.answeredByName(),
                                        Ground.day(it.answeredAt()),
                                        it.answer(),
                                        it.files().stream()
                                                .map(file -> new Link(
                                                        "/explanations/%s/files/%s".formatted(it.id(), file.file()),
                                                        file.name()))
                                                .toList())))
                .toList();
    }

    private static String query(FigureController.Subject of, @Nullable Figure reading, boolean named) {
        String in = Wording.in(of.period(), of.boundaries(), "?");
        if (reading == null || !named) return in;
        return in + (in.isEmpty() ? "?" : "&") + "reading=" + Shown.reading(reading);
    }

    private static String path(FigureController.Subject of) {
        return "/figures/%s/%s/%s".formatted(of.indicator().code(), of.unit().code(), of.period());
    }

    /** The same figure of another period, in the boundaries of its own day. */
    private static String at(FigureController.Subject of, Period period) {
        return "/figures/%s/%s/%s".formatted(of.indicator().code(), of.unit().code(), period);
    }
}
