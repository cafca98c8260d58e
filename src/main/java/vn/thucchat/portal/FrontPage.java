package vn.thucchat.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.steering.indicators.web.Against;
import vn.thucchat.steering.indicators.web.Quantity;

/**
 * What a stranger sees first: how nation and province stood.
 *
 * @param places the nation, then the provinces that have figures
 */
public record FrontPage(List<Place> places, boolean playable) {

    /**
     * A place in its latest half-year with figures.
     *
     * @param headlines the figures that the dictionary puts first
     * @param behind those that miss their plan, the furthest behind first
     * @param figures how many there are in all
     */
    public record Place(
            String name,
            String period,
            String scorecard,
            List<Headline> headlines,
            List<Headline> behind,
            int figures) {}

    /** @param against null without a plan */
    public record Headline(
            String name,
            String pillar,
            String url,
            Quantity value,
            @Nullable Against against,
            Provenance provenance,
            boolean synthetic,
            boolean derived) {}
}
