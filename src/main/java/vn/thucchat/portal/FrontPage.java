package vn.thucchat.portal;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.web.Against;

/**
 * What a stranger sees first: how the province stood, a figure as it runs, and one to look around in.
 *
 * @param place the first province that has figures, else the nation; null where nothing is published
 * @param others the other places that have figures, each leading to its scorecard
 * @param live a measured figure as it runs, or null
 * @param explorer the first figure of the first place, to look around in; or null
 */
public record FrontPage(
        @Nullable Place place,
        List<Link> others,
        boolean playable,
        @Nullable Live live,
        @Nullable Opened explorer) {

    /**
     * A measured figure as it runs.
     *
     * @param now where it tells what it comes to; {@code updated} when facts were last taken in
     */
    public record Live(Headline figure, String where, String evidence, String now, Instant updated) {}

    public record Opened(String title, String url, String pillar, Content explorer) {}

    /**
     * A place in its latest half-year with figures.
     *
     * @param headlines the figures that the dictionary puts first
     * @param behind those that are behind, the furthest behind first
     */
    public record Place(String name, String period, String scorecard, List<Headline> headlines, List<Headline> behind) {

        /** What is behind and not among the headlines already. */
        public List<Headline> alsoBehind() {
            return behind.stream().filter(number -> !headlines.contains(number)).toList();
        }
    }

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
