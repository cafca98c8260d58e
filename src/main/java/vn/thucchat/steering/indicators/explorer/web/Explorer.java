package vn.thucchat.steering.indicators.explorer.web;

import gg.jte.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
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
        PeerFigures peers,
        MapView maps,
        TimeView times,
        UnitsView amongUnits,
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
        ExplorerView view = choice.view();
        MapPicture map = null;
        ExplorerPage.Time time = null;
        ExplorerPage.UnitComparison among = null;
        switch (view) {
            case MAP -> map = maps.of(t, choice, peers.of(reader, t, choice)).orElse(null);
            case TIME -> time = times.of(reader, t, choice, shown);
            case UNITS, TABLE ->
                among = amongUnits.of(reader, t, choice, peers.of(reader, t, choice), shown, after(query));
        }
        boolean drawn =
                map != null || (time != null && time.drawable()) || (among != null && view == ExplorerView.UNITS);
        return new ExplorerPage(
                what(t, of),
                of.path(),
                of.indicator().pillar().name(),
                ExplorerControls.tabs(t, choice),
                controls.of(t, choice),
                map,
                time,
                among,
                tools(t, choice, shown, drawn),
                shown != null && shown.basis() == Basis.COMPUTED && shown.publication() == null
                        ? of.path() + "/now"
                        : null);
    }

    static String what(Texts t, FigureSubject of) {
        return DisplayNames.name(t, of.indicator()) + " · " + DisplayNames.name(t, of.unit()) + " · "
                + DisplayNames.name(t, of.period());
    }

    private static int after(Map<String, String> query) {
        String after = query.getOrDefault("after", "");
        return after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
    }

    private ExplorerPage.Tools tools(Texts t, ExplorerChoice choice, @Nullable Figure shown, boolean drawn) {
        FigureSubject of = choice.of();
        String picture = choice.view().code();
        Quantity value = shown == null ? null : FigureFormat.quantity(shown, of.indicator());
        String level = choice.level() == null || choice.view() == ExplorerView.TIME
                ? ""
                : "&level=" + choice.level().code();
        return new ExplorerPage.Tools(
                drawn ? choice.address().picture(picture + ".svg") : null,
                drawn ? choice.address().picture(picture + ".png") : null,
                "/figures.csv?" + of.query() + level,
                "<iframe src=\"%s\" width=\"100%%\" height=\"640\" title=\"%s\" loading=\"lazy\"></iframe>"
                        .formatted(
                                site.address(choice.address().embed(choice.view()))
                                        .replace("&", "&amp;"),
                                what(t, of).replace("\"", "&quot;")),
                t.of(
                        "explorer.cite.text",
                        what(t, of),
                        value == null ? t.of("figures.missing") : value.text(t),
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
