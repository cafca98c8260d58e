package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Quantity;

/**
 * What publishing would change, before it is done.
 *
 * @param wider the units above that the reader may publish too
 * @param total how many figures would get a new revision; {@code changes} shows the first of them
 */
public record PublishPage(
        String unit,
        String unitCode,
        String period,
        String periodCode,
        String scorecard,
        List<Link> wider,
        int total,
        List<Change> changes) {

    /** @param was null when none is published yet */
    public record Change(
            String indicator,
            String unit,
            String reading,
            boolean synthetic,
            @Nullable Quantity was,
            @Nullable Quantity now,
            int revision) {}
}
