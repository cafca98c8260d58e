package vn.thucchat.steering.indicators.figures.web;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.definitions.web.Terms;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigurePanel;
import vn.thucchat.steering.indicators.figures.Figures;

/** Takes a figure apart for its page: everything that it is made of, and everything that was said about it. */
@Component
record FigureAnatomy(
        Figures figures,
        Assessments assessments,
        RollUps rollUps,
        FigureParts parts,
        MissingFigures missing,
        List<FigurePanel> panels,
        DisplayNames wording,
        RequestParameters asked) {

    /** @param chosen whether the address named the reading, so that the links on the page keep naming it */
    FigurePage of(
            Actor actor,
            Texts t,
            FigureSubject of,
            List<Figure> readings,
            @Nullable Figure shown,
            boolean chosen,
            Content explorer) {
        Assessment assessed = shown == null
                ? null
                : assessments.of(List.of(shown), List.of(of.indicator())).getFirst();
        String evidence = of.evidence(chosen ? shown : null);
        Against against = assessed == null ? null : FigureFormat.against(assessed);
        FigurePage.Known known = known(of, shown);
        return new FigurePage(
                heading(t, of),
                shown == null ? null : FigureFormat.quantity(shown, of.indicator()),
                shown != null && shown.value() != null ? null : missing.of(t, of, shown, known.state()),
                assessed == null ? TargetStatus.MISSING : FigureFormat.standing(assessed),
                known,
                against,
                assessed == null ? null : target(assessed),
                assessed == null ? null : change(of, assessed),
                assessed == null ? null : source(t, assessed),
                method(t, of, shown, evidence),
                others(t, of, readings, shown),
                FigureParts.coverage(of, shown),
                explorer,
                parts.boundaries(t, of, shown, against != null),
                parts.below(actor, of, shown),
                revisions(of, shown),
                panels.stream()
                        .flatMap(panel ->
                                panel
                                        .of(
                                                actor,
                                                t,
                                                of.indicator().code(),
                                                of.unit().code(),
                                                of.period())
                                        .stream())
                        .toList(),
                new FigurePage.Evidence(evidence, null),
                FigureFormat.downloads(of.query(), api(of, shown)));
    }

    /** The API tells published figures only. */
    private @Nullable String api(FigureSubject of, @Nullable Figure shown) {
        if (shown == null) return null;
        return shown.publication() == null ? of.api(figures) : "/api/v1" + of.address();
    }

    private FigurePage.Heading heading(Texts t, FigureSubject of) {
        Period period = of.period();
        Period now = Period.containing(asked.today(), period.grain());
        // nothing is known of what has not begun
        boolean ahead = period.from().isAfter(now.from());
        return new FigurePage.Heading(
                DisplayNames.name(t, of.indicator()),
                "/indicators/" + of.indicator().code(),
                of.indicator().pillar().name(),
                wording.path(t, of.unit().code(), period, of.boundaries()),
                new Link(
                        DisplayNames.scorecard(of.unit().code(), period, of.boundaries()),
                        DisplayNames.name(t, period)),
                step(t, of, ahead ? now : period.previous()),
                ahead || period.equals(now) ? null : step(t, of, period.next()));
    }

    private static Link step(Texts t, FigureSubject of, Period to) {
        return new Link(of.at(to), DisplayNames.name(t, to));
    }

    private FigurePage.Known known(FigureSubject of, @Nullable Figure shown) {
        var publication = shown == null ? null : shown.publication();
        // what is published stands as it is, however far the facts were read since
        Instant updated = publication == null ? rollUps.asOf() : null;
        if (shown == null) {
            Basis known = figures.unpublished(of.indicator(), of.unit().code(), of.period(), of.boundaries())
                    .orElse(null);
            return new FigurePage.Known(
                    known == Basis.COMPUTED || of.indicator().reportedBy() == null
                            ? Provenance.MEASURED
                            : Provenance.REPORTED,
                    false,
                    false,
                    of.period().to(),
                    0,
                    null,
                    updated,
                    known == null ? "" : known == Basis.COMPUTED ? "figure.measuring" : "figure.unpublished");
        }
        return new FigurePage.Known(
                shown.provenance(),
                shown.synthetic(),
                !shown.derivation().isEmpty(),
                shown.asOf(),
                publication == null ? 0 : publication.revision(),
                publication == null ? null : BusinessTime.day(publication.at()),
                updated,
                publication != null || !of.boundaries().equals(of.period().to())
                        ? ""
                        : shown.basis() == Basis.COMPUTED ? "figure.measuring" : "figure.running");
    }

    private static FigurePage.@Nullable Target target(Assessment of) {
        var target = of.target();
        if (target == null) return null;
        return new FigurePage.Target(
                target.document().citation(),
                "/documents/" + target.document().id(),
                target.document().issuedOn(),
                target.derivation().isEmpty() ? null : target.derivation());
    }

    private static FigurePage.@Nullable Change change(FigureSubject of, Assessment assessed) {
        Growth growth = FigureFormat.growth(assessed);
        if (growth == null) return null;
        Figure before = assessed.yearBefore();
        boolean up = of.indicator().direction() == Indicator.Direction.UP;
        return new FigurePage.Change(
                growth,
                before == null ? null : FigureFormat.quantity(before, of.indicator()),
                of.at(of.period().yearBefore()),
                up ? growth.sign() >= 0 : growth.sign() <= 0,
                before != null && !before.derivation().isEmpty());
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

    private FigurePage.Method method(Texts t, FigureSubject of, @Nullable Figure shown, String evidence) {
        Indicator it = of.indicator();
        return new FigurePage.Method(
                t.either(it.definitionVi(), it.definitionEn()),
                formula(t, it, shown),
                shown != null
                                && shown.basis() == Basis.COMPUTED
                                && !it.formula().isEmpty()
                        ? it.formula()
                        : null,
                it.inPercent(),
                shown == null || shown.numerator() == null
                        ? null
                        : new FigurePage.Part(
                                counted(it, shown, f -> Terms.numerator(t, f)), shown.numerator(), evidence),
                shown == null || shown.denominator() == null
                        ? null
                        : new FigurePage.Part(
                                counted(it, shown, f -> Terms.denominator(t, f)), shown.denominator(), evidence),
                it.legalBasis().isEmpty() ? null : new Link("/indicators/" + it.code(), it.legalBasis()));
    }

    /** In words, as this figure came about: what a unit stated itself was not computed. */
    private static @Nullable String formula(Texts t, Indicator it, @Nullable Figure shown) {
        if (shown == null || shown.basis() == Basis.COMPUTED)
            return it.computed().map(formula -> Terms.sentence(t, formula)).orElse(null);
        return shown.coverage() == null ? t.of("figure.method.stated") : t.of("aggregation." + it.aggregation());
    }

    private static @Nullable String counted(Indicator it, Figure shown, Function<Formula, List<String>> words) {
        if (shown.basis() != Basis.COMPUTED) return null;
        return it.computed().map(words).map(terms -> String.join(" + ", terms)).orElse(null);
    }

    private static List<FigurePage.Reading> others(
            Texts t, FigureSubject of, List<Figure> readings, @Nullable Figure shown) {
        var others = new ArrayList<FigurePage.Reading>();
        for (Figure other : readings) {
            Quantity value = FigureFormat.quantity(other, of.indicator());
            if (shown == null || value == null) continue;
            if (other.basis() == shown.basis() && other.synthetic() == shown.synthetic()) continue;
            others.add(new FigurePage.Reading(
                    t.of("reading." + FigureFormat.reading(other)),
                    value,
                    other.provenance(),
                    other.synthetic(),
                    !other.derivation().isEmpty(),
                    shown.value() == null ? null : value.value().subtract(shown.value()),
                    of.reading(other)));
        }
        return others;
    }

    private List<FigurePage.Revision> revisions(FigureSubject of, @Nullable Figure shown) {
        if (shown == null) return List.of();
        var revisions = new ArrayList<FigurePage.Revision>();
        for (Figure it : figures.revisions(of.indicator().code(), of.unit().code(), of.period())) {
            Quantity value = FigureFormat.quantity(it, of.indicator());
            var publication = it.publication();
            if (value == null
                    || publication == null
                    || it.basis() != shown.basis()
                    || it.synthetic() != shown.synthetic()) continue;
            revisions.add(new FigurePage.Revision(
                    publication.revision(),
                    value,
                    BusinessTime.day(publication.at()),
                    of.path() + "?reading=" + FigureFormat.reading(it) + "&revision=" + publication.revision(),
                    null,
                    publication.equals(shown.publication())));
        }
        return revisions;
    }
}
