package vn.thucchat.steering.indicators.explorer.web;

import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * Makes views that leave the house, as pictures and in the frames of other sites: of what a stranger sees, whoever asks.
 */
@Component
record PublicView(Explorer explorer, ExplorerDrawings drawings, FigureSheets site, InstantSource clock) {

    PicturePage picture(Texts t, FigureSubject of, ExplorerView view, Map<String, String> query) {
        Figure shown = drawings.publiclyShown(of, query);
        ExplorerPage page = explorer.page(Actor.STRANGER, t, of, shown, ExplorerDrawings.whole(query), view);
        return new PicturePage(
                page,
                t.of(
                        "explorer.picture.source",
                        Explorer.source(t, shown),
                        t.time(clock.instant()),
                        site.address(of.address())),
                shown != null && shown.synthetic());
    }
}
