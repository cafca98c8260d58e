package vn.thucchat.steering.indicators.explorer.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Draws the map of a figure for papers of other rooms: the units below it, by what is published of them. */
@Component
@NamedInterface("pictures")
public final class FigureMaps {

    private final ExplorerChoice.Reader choices;
    private final PeerFigures peers;
    private final MapView maps;

    FigureMaps(ExplorerChoice.Reader choices, PeerFigures peers, MapView maps) {
        this.choices = choices;
        this.peers = peers;
        this.maps = maps;
    }

    /** @param figures those of the units that have one, all that the picture tells */
    public record Drawn(MapPicture picture, List<Figure> figures) {}

    /**
     * Empty where nothing can be drawn: no outlines of that day, no units, or none of them with a value.
     *
     * @param synthetic whether demonstration figures may be on it
     */
    public Optional<Drawn> of(Texts t, FigureSubject of, boolean synthetic) {
        ExplorerChoice choice = choices.read(of, Map.of(), ExplorerView.MAP);
        ComparedUnits below = peers.of(Actor.STRANGER, t, choice, figure -> synthetic || !figure.synthetic());
        return maps.of(t, choice, below)
                .map(picture -> new Drawn(
                        picture,
                        below.all().stream()
                                .flatMap(unit -> Stream.ofNullable(unit.known()))
                                .map(Assessment::figure)
                                .toList()));
    }
}
