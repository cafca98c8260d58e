package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import vn.thucchat.foundation.charts.QuantileClasses;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.explorer.web.ComparedUnits.Compared;
import vn.thucchat.steering.indicators.figures.Progress;
import vn.thucchat.steering.indicators.figures.web.Against;

/**
 * Gives units of a map their colours. Classes of values go from pale to full in the pillar's colour; on a path, red
 * means behind it and nothing else. A unit without a value is hatched.
 *
 * @param keys what each colour means, by its number
 */
record MapColours(boolean byPath, QuantileClasses classes, List<Key> keys) {

    /** @param css the class of its look; {@code fill} is the same colour where no style sheet reaches */
    record Key(String css, String fill, String text) {}

    private static final String MISSING_FILL = "#f3eee5";

    static MapColours of(Texts t, ExplorerChoice choice, ComparedUnits among) {
        QuantileClasses classes = MapView.classes(among);
        boolean byPath = choice.colour().equals("path");
        var keys = new ArrayList<Key>();
        if (byPath) {
            keys.add(new Key("p-ahead", "#1b7140", t.of("explorer.path.AHEAD")));
            keys.add(new Key("p-on", "#8fc3a4", t.of("explorer.path.ON_TRACK")));
            keys.add(new Key("p-behind", "#b3261e", t.of("explorer.path.BEHIND")));
            keys.add(new Key("p-none", "#c9c2b6", t.of("explorer.path.UNJUDGED")));
        } else
            for (int i = 0; i < classes.all().size(); i++) {
                // fewer classes still reach from pale to full
                int step = classes.all().size() == 1
                        ? 3
                        : 1 + Math.round(4f * i / (classes.all().size() - 1));
                keys.add(new Key(
                        "q" + step,
                        shade(choice.of().indicator().pillar(), step),
                        range(t, choice, classes.all().get(i))));
            }
        keys.add(new Key("missing", MISSING_FILL, t.of("figures.missing")));
        return new MapColours(byPath, classes, List.copyOf(keys));
    }

    /** The number of a unit's colour. */
    int of(Compared unit) {
        BigDecimal value = unit.value();
        if (value == null) return keys.size() - 1;
        if (!byPath) return classes.of(value);
        Against against = MapView.against(unit);
        Progress progress = against == null ? null : against.progress();
        return switch (progress) {
            case AHEAD -> 0;
            case ON_TRACK -> 1;
            case BEHIND -> 2;
            case null -> 3;
        };
    }

    String css(int colour) {
        return keys.get(colour).css();
    }

    String fill(int colour) {
        return keys.get(colour).fill();
    }

    /** The colours that are on the map, and how many units have each. */
    List<MapPicture.Key> legend(Map<Integer, List<MapPicture.Place>> groups) {
        var legend = new ArrayList<MapPicture.Key>();
        for (int i = 0; i < keys.size(); i++) {
            List<MapPicture.Place> places = groups.get(i);
            if (places != null)
                legend.add(new MapPicture.Key(
                        keys.get(i).css(), keys.get(i).fill(), keys.get(i).text(), places.size()));
        }
        return legend;
    }

    private static String range(Texts t, ExplorerChoice choice, QuantileClasses.Range of) {
        String measure = choice.of().indicator().measure();
        String low = t.number(of.low());
        Quantity high = Quantity.of(of.high(), measure);
        return of.low().compareTo(of.high()) == 0 ? high.text(t) : low + " – " + high.text(t);
    }

    /** Between white and the pillar's colour. */
    private static String shade(Indicator.Pillar pillar, int step) {
        int full = switch (pillar) {
            case GOVERNMENT -> 0x1d5c9f;
            case ECONOMY -> 0x965200;
            case SOCIETY -> 0x1f7146;
            case INFRASTRUCTURE -> 0x65558f;
        };
        double share =
                Objects.requireNonNull(List.of(0.14, 0.33, 0.54, 0.77, 1.0).get(step - 1));
        var colour = new StringBuilder("#");
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = full >> shift & 0xff;
            colour.append(String.format(Locale.ROOT, "%02x", Math.round(255 + (part - 255) * share)));
        }
        return colour.toString();
    }
}
