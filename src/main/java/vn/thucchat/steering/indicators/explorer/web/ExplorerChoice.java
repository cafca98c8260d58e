package vn.thucchat.steering.indicators.explorer.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * What a reader has chosen to look at.
 *
 * @param above the unit whose units are shown: the figure's own, a district of it, or the province of a commune
 * @param level the level of the units shown; null where there are none to show, as for an agency
 * @param within the district that the view is narrowed to, or null
 * @param colour {@code value} or {@code path}: what colours of the map mean
 * @param sort one of {@link ComparedUnits#SORTS}
 * @param name part of a name that rows are narrowed to, or empty
 * @param missing whether the reader came for the units without a value
 * @param every {@code day}, {@code week} or {@code month}: the width of columns, or {@code hour} of the day; null for
 *     what suits the picture
 * @param last the days that hours of the day are looked at over: one of {@link HoursView#SPANS}
 * @param compare units to look at beside the figure's own, at most {@link #MOST_COMPARED}
 */
record ExplorerChoice(
        ExplorerAddress address,
        ExplorerView view,
        Unit above,
        UnitKind.@Nullable Level level,
        @Nullable Unit within,
        String colour,
        String sort,
        String name,
        boolean missing,
        @Nullable String every,
        String last,
        List<UnitCode> compare) {

    static final int MOST_COMPARED = 5;

    /** Of {@link #every}. */
    static final String HOUR = "hour";

    private static final Set<String> COLOURS = Set.of("value", "path");
    private static final Set<String> WIDTHS = Set.of(HOUR, "day", "week", "month");

    FigureSubject of() {
        return address.of();
    }

    /** The unit that the shown units are below: the district chosen, else {@link #above}. */
    Unit scope() {
        return within == null ? above : within;
    }

    /** Reads the choice from the parameters of an address. */
    @Component
    record Reader(RequestParameters asked, Units units) {

        ExplorerChoice read(FigureSubject of, Map<String, String> query, @Nullable ExplorerView picture) {
            ExplorerAddress address = ExplorerAddress.of(of, query);
            Unit above = above(of);
            UnitKind.Level level = level(of, above, address.kept().get("level"));
            String within = address.kept().get("within");
            return new ExplorerChoice(
                    address,
                    picture != null ? picture : view(address.kept().get("view"), level),
                    above,
                    level,
                    within == null || level != UnitKind.Level.COMMUNE ? null : within(of, above, within),
                    one(address, "colour", COLOURS, "value"),
                    one(address, "sort", ComparedUnits.SORTS, "-value"),
                    address.kept().getOrDefault("name", ""),
                    "true".equals(address.kept().get("missing")),
                    address.kept().containsKey("every") ? one(address, "every", WIDTHS, "day") : null,
                    one(address, "last", Set.copyOf(HoursView.SPANS), "30"),
                    compared(address, of));
        }

        private Unit within(FigureSubject of, Unit above, String code) {
            return units.below(above.code(), UnitKind.Level.DISTRICT, of.boundaries()).stream()
                    .filter(district -> district.code().value().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Problem.bad("within", "explorer.bad-within", code));
        }

        private static String one(ExplorerAddress address, String parameter, Set<String> allowed, String usual) {
            String value = address.kept().getOrDefault(parameter, usual);
            if (!allowed.contains(value)) throw Problem.bad(parameter, "explorer.bad-" + parameter, value);
            return value;
        }

        private static ExplorerView view(@Nullable String code, UnitKind.@Nullable Level level) {
            if (code != null)
                return ExplorerView.of(code.toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> Problem.bad("view", "explorer.bad-view", code));
            return level == UnitKind.Level.COMMUNE || level == UnitKind.Level.DISTRICT
                    ? ExplorerView.MAP
                    : ExplorerView.TIME;
        }

        /** A commune is looked at among all communes of its province. */
        private Unit above(FigureSubject of) {
            return of.unit().kind().level() != UnitKind.Level.COMMUNE
                    ? of.unit()
                    : units.path(of.unit().code(), of.boundaries()).stream()
                            .filter(unit -> unit.kind().level() == UnitKind.Level.PROVINCE)
                            .findFirst()
                            .orElse(of.unit());
        }

        private UnitKind.@Nullable Level level(FigureSubject of, Unit above, @Nullable String code) {
            if (code != null)
                return UnitKind.Level.of(code.toLowerCase(Locale.ROOT))
                        .filter(level -> level != UnitKind.Level.AGENCY)
                        .orElseThrow(() -> Problem.bad("level", "comparison.bad-level", code));
            UnitKind.Level usual = switch (above.kind().level()) {
                case NATION -> UnitKind.Level.PROVINCE;
                case PROVINCE, DISTRICT, COMMUNE -> UnitKind.Level.COMMUNE;
                case AGENCY -> null;
            };
            return usual == null
                            || units.below(above.code(), usual, of.boundaries()).isEmpty()
                    ? null
                    : usual;
        }

        private List<UnitCode> compared(ExplorerAddress address, FigureSubject of) {
            return Arrays.stream(address.kept().getOrDefault("compare", "").split(","))
                    .map(String::strip)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .limit(MOST_COMPARED)
                    .map(code -> asked.unit(code, of.boundaries()).code())
                    .filter(code -> !code.equals(of.unit().code()))
                    .toList();
        }
    }
}
