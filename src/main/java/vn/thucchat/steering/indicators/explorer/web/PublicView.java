package vn.thucchat.steering.indicators.explorer.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * Makes views that leave the house, as pictures and in the frames of other sites: of what a stranger sees, whoever asks.
 */
@Component
record PublicView(Explorer explorer, Figures figures, FigureSheets site, InstantSource clock) {

    PicturePage picture(Texts t, FigureSubject of, ExplorerView view, Map<String, String> query) {
        Figure shown = shown(of, query.get("reading"));
        var chosen = new HashMap<>(query);
        // a picture is whole: all units, in the order of their values
        List.of("after", "name", "missing").forEach(chosen::remove);
        ExplorerPage page = explorer.page(Actor.STRANGER, t, of, shown, chosen, view);
        return new PicturePage(
                page,
                t.of(
                        "explorer.picture.source",
                        Explorer.source(t, shown),
                        t.time(clock.instant()),
                        site.address(of.address())),
                shown != null && shown.synthetic());
    }

    @Nullable
    Figure shown(FigureSubject of, @Nullable String reading) {
        return figures
                .visible(
                        Actor.STRANGER,
                        List.of(of.unit().code()),
                        of.period(),
                        of.boundaries(),
                        List.of(of.indicator()))
                .stream()
                .filter(figure ->
                        reading == null || FigureFormat.reading(figure).equals(reading))
                .min(Figures.FIRST)
                .orElse(null);
    }
}
