package vn.thucchat.demonstration.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.demonstration.TourStep;
import vn.thucchat.foundation.pages.PageContext;

/**
 * The guided tour as one browser goes through it.
 *
 * @param done how many steps are done; -1 while no tour runs
 */
public record TourPage(PageContext reader, int done, LocalDate today) {

    /** The step to be done next; null before the first and after the last. */
    public @Nullable TourStep next() {
        return done < 0 || done == TourStep.IN_ORDER.size() ? null : TourStep.IN_ORDER.get(done);
    }

    /** Whether the reader is on the page where the next step is done: the page has the button itself. */
    public boolean there() {
        TourStep next = next();
        return next != null && next.path(today).replaceAll("\\?.*", "").equals(reader.path());
    }
}
