package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.thucchat.foundation.facts.CellSuppression;
import vn.thucchat.foundation.facts.CellSuppression.Choice;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * Lists the sums of one year that strangers may set against one another: of units within units, of periods within
 * periods, and of one period in the boundaries of several days. It is every unit of a published period in the
 * boundaries of the period's last day, and of what is shown as it runs every province and district in every period and
 * boundaries. Units far from those that a page shows are among them: the same sums are withheld on every page.
 */
final class PublicSums {

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::unit)
            .thenComparing(cell -> cell.period().code())
            .thenComparing(Cell::boundaries);

    /** @param boundaries the last day on which they were the same */
    record Cell(UnitCode unit, Period period, LocalDate boundaries) {}

    /** A unit's figure that was published. */
    record Published(UnitCode unit, Period period) {}

    private record Place(UnitCode unit, LocalDate boundaries) {}

    private final Units units;
    private final UnitMemberships memberships;
    private final List<Units.Era> eras;
    private final Period year;

    PublicSums(Units units, UnitMemberships memberships, int year) {
        this.units = units;
        this.memberships = memberships;
        this.eras = units.eras(FIRST_DAY, LAST_DAY);
        this.year = new Period(year, Period.Grain.YEAR, 1);
    }

    /** Those of the year, which is among them. */
    List<Period> periods() {
        var all = new ArrayList<>(year.within());
        all.add(year);
        return all;
    }

    /** The cell of a unit's figure of a period in the boundaries of a day. */
    Cell cell(UnitCode unit, Period period, LocalDate day) {
        return new Cell(unit, period, boundaries(day));
    }

    /**
     * The cells of sums of some portions of facts that are withheld.
     *
     * @param of those are counted that are real, or invented, as it asks for
     */
    Set<Cell> withheld(List<Sums.MonthSubjects> facts, WithheldCellCache.Question of) {
        Set<Published> published = of.published();
        boolean live = of.live();
        var parts = new FactsOfYear(
                facts.stream().filter(it -> it.synthetic() == of.synthetic()).toList(), of.portions());
        var suppression = new CellSuppression<>(parts::count, ORDER);
        var spoken = new LinkedHashSet<>(List.of(of.asked()));
        published.forEach(figure -> spoken.add(figure.period()));
        var during = new LinkedHashMap<Period, BitSet>();
        for (Period period : periods()) during.put(period, parts.during(period));
        // in the same order whatever was read first
        var byPeriod = new TreeMap<Period, List<CellSuppression.Sum<Cell>>>(Comparator.comparing(Period::code));
        var places = places(parts.parts(), spoken, live);
        var repeated = new HashMap<Cell, Cell>();
        places.forEach((place, ofPlace) -> {
            var family = new ArrayList<CellSuppression.Sum<Cell>>();
            boolean above = live && shownLive(place);
            during.forEach((period, months) -> {
                LocalDate day = boundaries(period.to());
                boolean own = day.equals(place.boundaries());
                if (!above && !(own && spoken.contains(period))) return;
                boolean known = own && published.contains(new Published(place.unit(), period));
                if (place.unit().equals(UnitCode.NATION) && !known) return;
                BitSet sum = and(ofPlace, months);
                if (sum.isEmpty()) return;
                var cell = new Cell(place.unit(), period, place.boundaries());
                BitSet unchanged = places.get(new Place(place.unit(), day));
                if (!own && unchanged != null && and(unchanged, months).equals(sum)) {
                    repeated.put(cell, new Cell(place.unit(), period, day));
                    return;
                }
                var added = suppression.sum(cell, sum, known ? Choice.KNOWN : own ? Choice.FREE : Choice.FIRST);
                family.add(added);
                byPeriod.computeIfAbsent(period, _ -> new ArrayList<>()).add(added);
            });
            suppression.family(family);
        });
        byPeriod.values().forEach(suppression::family);
        Set<Cell> withheld = suppression.withheld();
        repeated.forEach((cell, same) -> {
            if (withheld.contains(same)) withheld.add(cell);
        });
        return withheld;
    }

    private static BitSet and(BitSet parts, BitSet others) {
        BitSet both = (BitSet) parts.clone();
        both.and(others);
        return both;
    }

    /** The parts of the year's facts that fall to each unit, in all boundaries that it can be asked for in. */
    private Map<Place, BitSet> places(List<FactsOfYear.Part> parts, Set<Period> spoken, boolean live) {
        var places =
                new TreeMap<Place, BitSet>(Comparator.comparing(Place::unit).thenComparing(Place::boundaries));
        var own = new LinkedHashSet<LocalDate>();
        for (Period period : spoken) own.add(boundaries(period.to()));
        for (Units.Era boundaries : eras) {
            LocalDate day = boundaries.to();
            if (!live && !own.contains(day)) continue;
            for (Units.Era era : units.eras(year.from(), year.to())) {
                Map<UnitCode, List<UnitCode>> counted = memberships.of(day, era.from(), own.contains(day));
                for (int i = 0; i < parts.size(); i++) {
                    FactsOfYear.Part part = parts.get(i);
                    if (part.month() < era.from().getMonthValue()
                            || part.month() > era.to().getMonthValue()) continue;
                    for (UnitCode to : counted.getOrDefault(part.unit(), List.of()))
                        places.computeIfAbsent(new Place(to, day), _ -> new BitSet())
                                .set(i);
                }
            }
        }
        return places;
    }

    private boolean shownLive(Place place) {
        return Figures.shownLive(units, place.unit(), place.boundaries());
    }

    private LocalDate boundaries(LocalDate day) {
        return eras.stream()
                .map(Units.Era::to)
                .filter(last -> !last.isBefore(day))
                .findFirst()
                .orElse(LAST_DAY);
    }
}
