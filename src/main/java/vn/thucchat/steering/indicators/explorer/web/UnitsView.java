package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.charts.Bars;
import vn.thucchat.foundation.charts.Spread;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.explorer.web.ComparedUnits.Compared;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** Lists units beside each other, on one scale and in the order asked for. */
@Component
record UnitsView(DisplayNames names) {

    static final int ROWS = 50;

    private static final List<String> COLUMNS = List.of("name", "value", "variance");

    ExplorerPage.UnitComparison of(
            Actor reader, Texts t, ExplorerChoice choice, ComparedUnits among, @Nullable Figure shown, int after) {
        List<Compared> named = among.named(choice.name());
        List<Compared> valued =
                named.stream().filter(each -> each.value() != null).toList();
        int from = Math.clamp(after, 0, valued.size());
        int to = Math.min(from + ROWS, valued.size());
        Figure whole = shown != null && shown.unit().equals(choice.scope().code()) ? shown : null;
        Quantity together =
                whole == null ? null : FigureFormat.quantity(whole, choice.of().indicator());
        Set<String> own = Stream.concat(
                        Stream.concat(
                                Stream.of(choice.of().unit().code().value()),
                                choice.compare().stream().map(UnitCode::value)),
                        reader.grants().stream().map(Actor.Grant::unit))
                .collect(Collectors.toSet());
        Spread spread = among.spread(own, together);
        Quantity plan = among.plan();
        List<Compared> rows = valued.subList(from, to);
        String here = choice.address().with("after", null);
        return new ExplorerPage.UnitComparison(
                choice.sort(),
                headings(choice),
                choice.address().hidden("name"),
                choice.name(),
                among.size(),
                plan,
                together,
                names.name(t, choice.scope().code(), choice.of().boundaries()),
                choice.of().indicator().measure(),
                spread,
                scale(spread, plan, rows),
                rows.stream()
                        .map(each -> row(reader, choice, among, each, spread.fences(), whole))
                        .toList(),
                from == 0 ? null : here,
                to == valued.size() ? null : choice.address().with("after", Integer.toString(to)),
                named.stream()
                        .filter(each -> each.value() == null)
                        .map(each -> new Link(choice.of().of(each.unit().code()), each.name()))
                        .toList(),
                choice.missing());
    }

    /** A column's heading leads to the view sorted by it: from A, from the largest, or the other way round. */
    private static Map<String, String> headings(ExplorerChoice choice) {
        var headings = new LinkedHashMap<String, String>();
        for (String column : COLUMNS) {
            String first = column.equals("name") ? column : "-" + column;
            String other = column.equals("name") ? "-" + column : column;
            headings.put(column, choice.address().with("sort", choice.sort().equals(first) ? other : first));
        }
        return headings;
    }

    private static Bars scale(Spread spread, @Nullable Quantity plan, List<Compared> rows) {
        BigDecimal top = Stream.concat(
                        spread.values().stream().map(Spread.Value::size),
                        rows.stream()
                                .flatMap(each -> Stream.ofNullable(MapView.against(each)))
                                .map(against -> against.plan().size()))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        return new Bars(null, plan == null ? null : plan.size(), null, top);
    }

    private static ExplorerPage.Row row(
            Actor reader,
            ExplorerChoice choice,
            ComparedUnits among,
            Compared each,
            Spread.@Nullable Fences fences,
            @Nullable Figure whole) {
        Assessment known = each.known();
        Indicator it = choice.of().indicator();
        Quantity value = known == null ? null : FigureFormat.quantity(known.figure(), it);
        Against against = MapView.against(each);
        UnitCode code = each.unit().code();
        boolean own = code.equals(choice.of().unit().code());
        boolean room = choice.compare().size() < ExplorerChoice.MOST_COMPARED;
        return new ExplorerPage.Row(
                among.rank(each),
                each.name(),
                choice.of().of(code),
                value,
                against,
                known == null || whole == null ? null : weight(known.figure(), whole, it),
                known == null ? null : known.figure().provenance(),
                known != null && known.figure().synthetic(),
                fences != null && value != null && fences.outside(value.size()),
                own || choice.compare().contains(code),
                own || !room || choice.compare().contains(code)
                        ? null
                        : choice.address()
                                .with(
                                        "compare",
                                        Stream.concat(choice.compare().stream(), Stream.of(code))
                                                .map(UnitCode::value)
                                                .collect(Collectors.joining(","))),
                value == null || !reader.holds(Roles.LEADER)
                        ? null
                        : ExplorerAddress.question(it.code(), code, choice.of().period()));
    }

    /**
     * By how much a unit weighs in the whole, in per cent: its value where values add up, else what its share is a share
     * of. A unit's own statement is made of nobody else's.
     */
    private static @Nullable BigDecimal weight(Figure part, Figure whole, Indicator it) {
        if (whole.basis() != Basis.COMPUTED && whole.coverage() == null) return null;
        if (part.basis() != whole.basis() || part.synthetic() != whole.synthetic()) return null;
        boolean adds = it.aggregation() == Indicator.Aggregation.SUM;
        BigDecimal of = adds ? whole.value() : whole.denominator();
        BigDecimal its = adds ? part.value() : part.denominator();
        if (of == null || its == null || of.signum() == 0) return null;
        return its.multiply(BigDecimal.valueOf(100)).divide(of, 2, RoundingMode.HALF_UP);
    }
}
