package vn.thucchat.steering.indicators.figures.web;

import gg.jte.Content;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.figures.Figure;

/** Contributes to the page of a figure what lets its reader look around: on a map, through time, beside other units. */
@NamedInterface("explorer")
public interface FigureExplorer {

    /**
     * @param shown the reading that the page is about, or null when there is none
     * @param query the parameters of the address, of which the explorer knows its own, such as {@code view=map}
     */
    Content of(Actor reader, Texts t, FigureSubject of, @Nullable Figure shown, Map<String, String> query);
}
