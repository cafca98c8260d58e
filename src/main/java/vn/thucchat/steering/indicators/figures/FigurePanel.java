package vn.thucchat.steering.indicators.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Contributes a part to the page of a figure, such as what was asked about it. A room that has one declares a bean; the
 * panels stand in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface FigurePanel {

    /** Empty where this reader is shown nothing and can do nothing. */
    Optional<Panel> of(Actor reader, Texts t, String indicator, UnitCode unit, Period period);

    /**
     * What the page shows, in the reader's language.
     *
     * @param remarks in their order; where there are none only the action is shown
     * @param action what the reader can do about the figure, or null
     */
    record Panel(
            String title, List<Remark> remarks, @Nullable Link action) {}

    /**
     * Something that was said about the figure.
     *
     * @param reply whether it answers the remark before it
     * @param by who said it and when, or empty
     * @param missing whether the text says that something is still waited for
     */
    record Remark(boolean reply, String by, String text, boolean missing, List<Link> files) {}
}
