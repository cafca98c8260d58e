package vn.thucchat.steering.indicators.explorer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * A view of the explorer for the frame of another site, the one page that may be framed: it has no form, takes no
 * sign-in and shows what a stranger sees.
 */
@Controller
record EmbedController(
        RequestParameters asked,
        PublicView views,
        ExplorerDrawings drawings,
        ExplorerChoice.Reader choices,
        Assessments assessments,
        FigureSheets site,
        Pages pages) {

    /** As for every page, but that others may frame it. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'none';"
                    + " base-uri 'none'; frame-ancestors *";

    @GetMapping("/embed/figures/{indicator}/{unit}/{period}")
    @Allow(anyone = true)
    View embed(
            HttpServletResponse response,
            Texts t,
            @PathVariable String indicator,
            @PathVariable String unit,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam Map<String, String> query) {
        FigureSubject of = FigureSubject.of(asked, indicator, unit, period, boundaries);
        ExplorerView view = choices.read(of, query, null).view();
        PicturePage picture = views.picture(t, of, view == ExplorerView.TABLE ? ExplorerView.UNITS : view, query);
        Figure shown = drawings.publiclyShown(of, query);
        Quantity value = shown == null ? null : FigureFormat.quantity(shown, of.indicator());
        Against against = shown == null
                ? null
                : FigureFormat.against(
                        assessments.of(List.of(shown), List.of(of.indicator())).getFirst());
        response.setHeader("Content-Security-Policy", POLICY);
        return pages.show(
                "steering/indicators/explorer/embed",
                new EmbedPage(
                        picture,
                        value == null ? null : value.text(t),
                        against == null ? null : against.verdict(t),
                        against == null ? "quiet" : against.tone(),
                        site.address(of.address())));
    }
}
