package vn.thucchat.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureExplorer;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Opens two figures on the front page: a measured one as it runs, and one to look around in. */
@Component
record FrontPageFigures(Figures figures, RollUps rollUps, FigureExplorer explorer) {

    /** Indicators read at most to find one that runs. */
    private static final int TRIED = 3;

    /**
     * The first indicator of the dictionary that is measured in the province in a period and shown as it runs; one of
     * money before the others, as it moves with every payment.
     */
    Optional<FrontPage.Live> live(Actor actor, Texts t, Unit province, Period period, List<Indicator> all) {
        List<Indicator> tried = all.stream()
                .filter(it -> it.active() && it.live())
                .sorted(Comparator.comparing((Indicator it) -> !it.measure().equals("đồng"))
                        .thenComparingInt(Indicator::sort))
                .limit(TRIED)
                .toList();
        // sums of money are read at once; how things stood is looked for only where there are none
        return Stream.of(
                        tried.subList(0, Math.min(1, tried.size())),
                        tried.subList(Math.min(1, tried.size()), tried.size()))
                .filter(some -> !some.isEmpty())
                .flatMap(some -> running(actor, t, province, period, some).stream())
                .findFirst()
                .map(number -> new FrontPage.Live(
                        number,
                        DisplayNames.name(t, province) + " · " + DisplayNames.name(t, period),
                        number.url() + "/evidence",
                        number.url() + "/now",
                        rollUps.asOf()));
    }

    /** The first of some indicators that runs, read at once. */
    private Optional<FrontPage.Headline> running(
            Actor actor, Texts t, Unit province, Period period, List<Indicator> some) {
        List<Figure> running =
                Figures.firsts(figures.visible(actor, List.of(province.code()), period, period.to(), some).stream()
                        .filter(figure -> figure.provenance() == Provenance.MEASURED
                                && figure.publication() == null
                                && figure.value() != null
                                && figure.value().signum() > 0)
                        .toList());
        return some.stream()
                .flatMap(it -> running.stream()
                        .filter(figure -> figure.indicator().equals(it.code()))
                        .flatMap(figure -> Headlines.number(t, figure, it, null).stream()))
                .findFirst();
    }

    /**
     * The first figure of the dictionary that the province's communes have, in a period.
     *
     * @param published the province's figures of the period, one of each indicator
     */
    Optional<FrontPage.Opened> explorer(
            Actor actor, Texts t, Unit province, Period period, List<Figure> published, List<Indicator> all) {
        return published.stream()
                .filter(figure -> figure.value() != null && figure.coverage() != null)
                .flatMap(figure -> all.stream()
                        .filter(it -> it.code().equals(figure.indicator()))
                        .map(it -> Map.entry(it, figure)))
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
