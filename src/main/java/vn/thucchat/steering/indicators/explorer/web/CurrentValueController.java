package vn.thucchat.steering.indicators.explorer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Tells what a measured figure comes to at this moment, for pages that are left open. */
@Controller
record CurrentValueController(RequestParameters asked, Figures figures, RollUps rollUps) {

    /**
     * @param value in words: {@code 366.295.655 đồng}
     * @param updated when facts were last taken in, as {@code 2026-11-29T02:38:05Z}
     */
    record Now(String value, String updated) {}

    @GetMapping("/figures/{indicator}/{unit}/{period}/now")
    @Allow(anyone = true)
    ResponseEntity<Now> now(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries) {
        FigureSubject of = FigureSubject.of(asked, indicator, unit, period, boundaries);
        Figure shown = figures
                .visible(actor, List.of(of.unit().code()), of.period(), of.boundaries(), List.of(of.indicator()))
                .stream()
                .filter(figure -> figure.basis() == Basis.COMPUTED)
                .min(Figures.FIRST)
                .orElseThrow(() -> Problem.notFound("figure.none", indicator, unit, period));
        Quantity value = FigureFormat.quantity(shown, of.indicator());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Now(value == null ? t.of("figures.missing") : value.text(t), String.valueOf(rollUps.asOf())));
    }
}
