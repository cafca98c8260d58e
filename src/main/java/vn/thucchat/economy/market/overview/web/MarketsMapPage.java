package vn.thucchat.economy.market.overview.web;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.maps.MapLabels;
import vn.thucchat.foundation.maps.PlaceMap;

/**
 * The communes with open markets, on the part of a map around them.
 *
 * @param synthetic whether the markets are those of the demonstration
 * @param places the one with the most stalls first, so that no smaller circle is hidden
 * @param names those that have room, above the circles of the places
 * @param left with {@code top} and {@code size} the square of the map's view box that is shown
 */
public record MarketsMapPage(
        PlaceMap map,
        boolean synthetic,
        List<Place> places,
        List<MapLabels.Label<Place>> names,
        double left,
        double top,
        double size) {

    /** Width and height of the picture. */
    private static final int SIDE = 400;

    private static final int MARGIN = 45;
    private static final int LARGEST = 12;
    private static final int SMALLEST = 3;
    private static final int LETTERS = 12;
    /** From the middle of a line to the foot of its letters. */
    private static final int FOOT = 4;

    private static final int GAP = 3;

    /**
     * A commune with open markets.
     *
     * @param stalls open stalls of all these markets
     * @param x of a point inside it, in the view box of the map
     */
    public record Place(String unit, String name, int stalls, double x, double y) {}

    /** Selects the markets that are drawn: the open ones, without those of the demonstration where a real one is open. */
    static List<Market> drawn(List<Market> all) {
        List<Market> open =
                all.stream().filter(market -> market.closedOn() == null).toList();
        List<Market> real = open.stream().filter(market -> !market.synthetic()).toList();
        return real.isEmpty() ? open : real;
    }

    /** @param places at least one */
    static MarketsMapPage of(PlaceMap map, List<Place> places, boolean synthetic) {
        DoubleSummaryStatistics across = span(places, Place::x);
        DoubleSummaryStatistics down = span(places, Place::y);
        double size = Math.max(across.getMax() - across.getMin(), down.getMax() - down.getMin()) + 2 * MARGIN;
        double left = (across.getMin() + across.getMax() - size) / 2;
        double top = (down.getMin() + down.getMax() - size) / 2;
        var page = new MarketsMapPage(map, synthetic, places, List.of(), rounded(left), rounded(top), rounded(size));
        return page.named();
    }

    private MarketsMapPage named() {
        List<MapLabels.Label<Place>> wanted = places.stream()
                .map(place -> new MapLabels.Label<>(
                        place, place.name(), place.x() - left, place.y() - radius(place) - length(GAP + FOOT) - top))
                .toList();
        List<MapLabels.Label<Place>> placed = new MapLabels(size, size, length(LETTERS))
                .placed(wanted).stream()
                        .map(label -> new MapLabels.Label<>(
                                label.key(),
                                label.text(),
                                rounded(label.x() + left),
                                rounded(label.y() + length(FOOT) + top)))
                        .toList();
        return new MarketsMapPage(map, synthetic, places, placed, left, top, size);
    }

    private static DoubleSummaryStatistics span(List<Place> places, ToDoubleFunction<Place> of) {
        return places.stream().mapToDouble(of).summaryStatistics();
    }

    /** A length in the picture, in the units of the view box. */
    public double length(double inPicture) {
        return rounded(inPicture * size / SIDE);
    }

    /** The circle's area is in proportion to the number of stalls; the smallest can still be seen. */
    public double radius(Place place) {
        int most = Math.max(1, places.getFirst().stalls());
        return length(Math.max(SMALLEST, LARGEST * Math.sqrt((double) place.stalls() / most)));
    }

    private static double rounded(double length) {
        return Math.round(length * 10) / 10.0;
    }
}
