package vn.thucchat.steering.indicators.explorer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;
import vn.thucchat.steering.indicators.figures.web.VisibleFigures;

/** Draws the view of a figure that was chosen, as one reader sees it. */
@Component
record ExplorerDrawings(
        ExplorerChoice.Reader choices,
        VisibleFigures visible,
        PeerFigures peers,
        MapView maps,
        TimeView times,
        UnitsView amongUnits) {

    /**
     * One view of a figure; at most one of the three parts is there.
     *
     * @param published whether a value on the map is published, for everybody to see
     */
    record Drawing(
            @Nullable MapPicture map,
            ExplorerPage.@Nullable Time time,
            ExplorerPage.@Nullable UnitComparison units,
            boolean published) {

        /** Whether a picture of it shows anything. */
        boolean drawable() {
            return map != null
                    || (time != null && time.drawable())
                    || (units != null && units.spread().drawable());
        }
    }

    Drawing of(Actor reader, Texts t, ExplorerChoice choice, @Nullable Figure shown, Map<String, String> query) {
        return switch (choice.view()) {
            case MAP -> {
                ComparedUnits among = peers.of(reader, t, choice);
                yield new Drawing(maps.of(t, choice, among).orElse(null), null, null, among.published());
            }
            case TIME -> new Drawing(null, times.of(reader, t, choice, shown), null, false);
            case UNITS, TABLE ->
                new Drawing(
                        null,
                        null,
                        amongUnits.of(reader, t, choice, peers.of(reader, t, choice), shown, after(query)),
                        false);
        };
    }

    /**
     * Tells whether the picture of a view shows anything. Pictures are drawn as a stranger sees the figure, who may see
     * less than the reader of the page.
     *
     * @param own the view as the reader of the page sees it
     */
    boolean pictured(Actor reader, Texts t, ExplorerChoice choice, Drawing own, Map<String, String> query) {
        if (choice.view() == ExplorerView.TABLE || !own.drawable()) return false;
        if (reader.equals(Actor.STRANGER)) return true;
        FigureSubject of = choice.of();
        // outlines are the same for everybody, values are not
        if (own.map() != null)
            return own.published()
                    || !peers.of(Actor.STRANGER, t, choice).valued().isEmpty();
        Map<String, String> whole = whole(query);
        return of(Actor.STRANGER, t, choices.read(of, whole, choice.view()), publiclyShown(of, query), whole)
                .drawable();
    }

    /** The variant of the figure that a stranger is shown; null where nothing of it is public. */
    @Nullable
    Figure publiclyShown(FigureSubject of, Map<String, String> query) {
        return VisibleFigures.chosen(visible.of(Actor.STRANGER, of), query.get("reading"));
    }

    /** A picture is whole: all units, in the order of their values. */
    static Map<String, String> whole(Map<String, String> query) {
        var whole = new HashMap<>(query);
        List.of("after", "name", "missing").forEach(whole::remove);
        return whole;
    }

    private static int after(Map<String, String> query) {
        String after = query.getOrDefault("after", "");
        return after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
    }
}
