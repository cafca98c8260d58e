package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** A figure's page. */
@Controller
@RequestMapping("/figures/{indicator}/{unit}/{period}")
record FigureController(
        RequestParameters asked,
        Figures figures,
        FigureAnatomy anatomy,
        FigureExplorer explorer,
        VisibleFigures visible,
        Pages pages) {

    @GetMapping
    @Allow(anyone = true)
    View figure(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable Integer revision,
            @RequestParam Map<String, String> query) {
        FigureSubject subject = FigureSubject.of(asked, indicator, unit, period, boundaries);
        List<Figure> known = visible.of(actor, subject);
        Figure shown = VisibleFigures.chosen(known, reading);
        if (revision != null) shown = revision(subject, shown, revision);
        return pages.show(
                "steering/indicators/figures/figure",
                anatomy.of(
                        actor,
                        t,
                        subject,
                        known,
                        shown,
                        reading != null,
                        explorer.of(actor, t, subject, shown, query)));
    }

    private Figure revision(FigureSubject subject, @Nullable Figure shown, int revision) {
        return figures.revisions(subject.indicator().code(), subject.unit().code(), subject.period()).stream()
                .filter(it -> shown != null && it.basis() == shown.basis() && it.synthetic() == shown.synthetic())
                .filter(it -> it.publication() != null && it.publication().revision() == revision)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("figure.no-revision", Integer.toString(revision)));
    }
}
