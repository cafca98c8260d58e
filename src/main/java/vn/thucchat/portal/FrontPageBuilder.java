package vn.thucchat.portal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** Builds the front page; reads the dictionary and the published figures once for all of its parts. */
@Component
record FrontPageBuilder(
        Headlines headlines,
        FrontPageFigures opened,
        Figures figures,
        Indicators indicators,
        DisplayNames wording,
        Units units,
        InstantSource clock) {

    /** The most scorecards of other places that the page links to. */
    private static final int OTHERS = 3;

    FrontPage build(Actor actor, Texts t, boolean playable) {
        LocalDate today = BusinessTime.day(clock.instant());
        List<Unit> provinces = units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, today);
        List<UnitCode> places = Stream.concat(provinces.stream().map(Unit::code), Stream.of(UnitCode.NATION))
                .toList();
        Map<UnitCode, Period> latest = figures.latestHalves(places);
        List<UnitCode> known = places.stream().filter(latest::containsKey).toList();
        List<Indicator> all = indicators.all();
        Unit province = provinces.isEmpty() ? null : provinces.getFirst();
        FrontPage.Live live = province == null
                ? null
                : opened.live(actor, t, province, Period.containing(today, Period.Grain.HALF), all)
                        .orElse(null);
        if (known.isEmpty()) return new FrontPage(null, List.of(), playable, live, null);
        UnitCode place = known.getFirst();
        Period period = Objects.requireNonNull(latest.get(place));
        List<Figure> published = Figures.firsts(figures.published(List.of(place), period));
        return new FrontPage(
                headlines.of(t, place, period, published, all),
                known.stream()
                        .skip(1)
                        .limit(OTHERS)
                        .map(other -> link(t, other, Objects.requireNonNull(latest.get(other))))
                        .toList(),
                playable,
                live,
                explorer(actor, t, place, province, period, published, all));
    }

    private FrontPage.@Nullable Opened explorer(
            Actor actor,
            Texts t,
            UnitCode place,
            @Nullable Unit province,
            Period period,
            List<Figure> published,
            List<Indicator> all) {
        return province == null || !province.code().equals(place)
                ? null
                : opened.explorer(actor, t, province, period, published, all).orElse(null);
    }

    private Link link(Texts t, UnitCode place, Period period) {
        return new Link(
                DisplayNames.scorecard(place, period, period.to()),
                wording.name(t, place, period.to()) + " · " + DisplayNames.name(t, period));
    }
}
