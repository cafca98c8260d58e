package vn.thucchat.steering.indicators.explorer.web;

import gg.jte.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.FigureExplorer;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Puts together the view that a reader has chosen of a figure. */
@Component
record Explorer(
        ExplorerChoice.Reader choices,
        ExplorerDrawings drawings,
        ExplorerControls controls,
        FigureSheets site,
        Pages pages)
        implements FigureExplorer {

    @Override
    public Content of(Actor reader, Texts t, FigureSubject of, @Nullable Figure shown, Map<String, String> query) {
        return pages.part("steering/indicators/explorer/explorer", t, page(reader, t, of, shown, query, null));
    }

    /** @param picture the view of a picture alone; null where the address names the view */
    ExplorerPage page(
            Actor reader,
            Texts t,
            FigureSubject of,
            @Nullable Figure shown,
            Map<String, String> query,
            @Nullable ExplorerView picture) {
        ExplorerChoice choice = choices.read(of, query, picture);
        ExplorerDrawings.Drawing drawing = drawings.of(reader, t, choice, shown, query);
        return new ExplorerPage(
                what(t, of),
                of.path(),
                of.indicator().pillar().name(),
                ExplorerControls.tabs(t, choice),
                controls.of(t, choice),
                drawing.map(),
                drawing.time(),
                drawing.units(),
                tools(t, choice, shown, drawing, drawings.pictured(reader, t, choice, drawing, query)),
                shown != null && shown.basis() == Basis.COMPUTED && shown.publication() == null
                        ? of.path() + "/now"
                        : null);
    }

    static String what(Texts t, FigureSubject of) {
        return DisplayNames.name(t, of.indicator()) + " · " + DisplayNames.name(t, of.unit()) + " · "
                + DisplayNames.name(t, of.period());
    }

    private ExplorerPage.@Nullable Tools tools(
            Texts t,
            ExplorerChoice choice,
            @Nullable Figure shown,
            ExplorerDrawings.Drawing drawing,
            boolean pictured) {
        FigureSubject of = choice.of();
        String picture = choice.view().code();
        Quantity value = shown == null ? null : FigureFormat.quantity(shown, of.indicator());
        if (value == null && !drawing.drawable()) return null;
        String level = choice.level() == null || choice.view() == ExplorerView.TIME
                ? ""
                : "&level=" + choice.level().code();
        return new ExplorerPage.Tools(
                pictured ? choice.address().picture(picture + ".svg") : null,
                pictured ? choice.address().picture(picture + ".png") : null,
                "/figures.csv?" + of.query() + level,
                value == null && !pictured
                        ? null
                        : "<iframe src=\"%s\" width=\"100%%\" height=\"640\" title=\"%s\" loading=\"lazy\"></iframe>"
                                .formatted(
                                        site.address(choice.address().embed(choice.view()))
                                                .replace("&", "&amp;"),
                                        what(t, of).replace("\"", "&quot;")),
                value == null
                        ? null
                        : t.of(
                                "explorer.cite.text",
                                what(t, of),
                                value.text(t),
                                source(t, shown),
                                site.address(of.address())));
    }

    static String source(Texts t, @Nullable Figure shown) {
        if (shown == null) return t.of("figures.missing");
        String known =
                t.of("download.provenance." + shown.provenance()) + ", " + t.of("figure.as-of", t.date(shown.asOf()));
        return shown.publication() == null
                ? known
                : known + ", " + t.of("figure.revision", shown.publication().revision());
    }
}
