package vn.thucchat.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureExplorer;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Opens two figures on the front page: a measured one as it runs, and one to look around in. */
@Component
record FrontPageFigures(
        Figures figures, Assessments assessments, Indicators indicators, RollUps rollUps, FigureExplorer explorer) {

    /** Indicators tried at most until one has a running figure. */
    private static final int TRIED = 3;

    /**
     * The first indicator of the dictionary that is measured in the province in a period and shown as it runs; one of
     * money before the others, as it moves with every payment.
     */
    Optional<FrontPage.Live> live(Actor actor, Texts t, Unit province, Period period) {
        Comparator<Indicator> order = Comparator.comparing(
                        (Indicator it) -> !it.measure().equals("đồng"))
                .thenComparingInt(Indicator::sort);
        return indicators.all().stream()
                .filter(it -> it.active() && it.live())
                .sorted(order)
                .limit(TRIED)
                .flatMap(it -> running(actor, t, province, period, it).stream())
                .findFirst();
    }

    private Optional<FrontPage.Live> running(Actor actor, Texts t, Unit province, Period period, Indicator it) {
        List<Indicator> wanted = List.of(it);
        List<Figure> running =
                Figures.firsts(figures.visible(actor, List.of(province.code()), period, period.to(), wanted).stream()
                        .filter(figure -> figure.provenance() == Provenance.MEASURED
                                && figure.publication() == null
                                && figure.value() != null
                                && figure.value().signum() > 0)
                        .toList());
        return assessments.of(running, wanted).stream()
                .findFirst()
                .flatMap(first -> Headlines.number(t, first))
                .map(number -> new FrontPage.Live(
                        number,
                        DisplayNames.name(t, province) + " · " + DisplayNames.name(t, period),
                        number.url() + "/evidence",
                        number.url() + "/now",
                        rollUps.asOf()));
    }

    /** The first figure of the dictionary that the province's communes have, in a period. */
    Optional<FrontPage.Opened> explorer(Actor actor, Texts t, Unit province, Period period) {
        return Figures.firsts(figures.published(List.of(province.code()), period)).stream()
                .filter(figure -> figure.value() != null && figure.coverage() != null)
                .flatMap(figure -> indicators.find(figure.indicator()).stream().map(it -> Map.entry(it, figure)))
                .min(Comparator.comparingInt(each -> each.getKey().sort()))
                .map(each -> {
                    var subject = new FigureSubject(each.getKey(), province, period, period.to());
                    return new FrontPage.Opened(
                            DisplayNames.name(t, each.getKey()) + " · " + DisplayNames.name(t, period),
                            subject.path(),
                            each.getKey().pillar().name(),
                            explorer.of(actor, t, subject, each.getValue(), Map.of()));
                });
    }
}
