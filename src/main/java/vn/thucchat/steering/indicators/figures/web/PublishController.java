package vn.thucchat.steering.indicators.figures.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Publishing;

/** Publishing: first what would change, then the act. */
@Controller
@RequestMapping("/figures/publish")
record PublishController(
        Publishing publishing,
        Indicators indicators,
        Units units,
        RequestParameters asked,
        DisplayNames wording,
        Pages pages) {

    private static final int SHOWN = 200;

    @GetMapping
    @Allow(SteeringRoles.REVIEWER)
    View confirm(
            Actor actor, Texts t, @RequestParam("unit") String unitCode, @RequestParam("period") String periodCode) {
        Period period = asked.period(periodCode);
        Unit unit = reached(actor, unitCode, period);
        var byCode = new HashMap<String, Indicator>();
        for (Indicator it : indicators.all()) byCode.put(it.code(), it);
        List<Publishing.Change> changes = publishing.pending(actor, unit.code(), period);
        var shown = new ArrayList<PublishPage.Change>();
        for (Publishing.Change change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
            Indicator it = byCode.get(change.running().indicator());
            if (it != null) shown.add(change(t, change, it));
        }
        return pages.show(
                "steering/indicators/figures/publish",
                new PublishPage(
                        DisplayNames.name(t, unit),
                        unit.code().value(),
                        DisplayNames.name(t, period),
                        period.code(),
                        DisplayNames.scorecard(unit.code(), period, period.to()),
                        wider(actor, t, unit, period),
                        changes.size(),
                        shown));
    }

    @PostMapping
    @Allow(SteeringRoles.REVIEWER)
    View publish(
            Actor actor,
            Flash flash,
            @RequestParam("unit") String unitCode,
            @RequestParam("period") String periodCode) {
        Period period = asked.period(periodCode);
        Unit unit = reached(actor, unitCode, period);
        return switch (publishing.publish(actor, unit.code(), period)) {
            case Publishing.Outcome.Done(int published) ->
                flash.then(
                        published == 0 ? "publish.nothing-new" : "publish.done",
                        DisplayNames.scorecard(unit.code(), period, period.to()));
            case Publishing.Outcome.OutOfReach() -> throw new AccessDeniedException("unit");
        };
    }

    private Unit reached(Actor actor, String code, Period period) {
        Unit unit = asked.unit(code, period.to());
        if (!publishing.mayPublish(actor, unit.code())) throw new AccessDeniedException("unit");
        return unit;
    }

    private List<Link> wider(Actor actor, Texts t, Unit unit, Period period) {
        return units.path(unit.code(), period.to()).stream()
                .filter(above -> !above.code().equals(unit.code()) && publishing.mayPublish(actor, above.code()))
                .map(above -> new Link(DisplayNames.publish(above.code(), period), DisplayNames.name(t, above)))
                .toList();
    }

    private PublishPage.Change change(Texts t, Publishing.Change change, Indicator it) {
        Figure running = change.running();
        Figure published = change.published();
        return new PublishPage.Change(
                DisplayNames.name(t, it),
                wording.name(t, running.unit(), running.period().to()),
                t.of("reading." + FigureFormat.reading(running)),
                running.synthetic(),
                quantity(published, it),
                quantity(running, it),
                published == null || published.publication() == null
                        ? 1
                        : published.publication().revision() + 1);
    }

    private static @Nullable Quantity quantity(@Nullable Figure figure, Indicator it) {
        return figure == null ? null : FigureFormat.quantity(figure, it);
    }
}
