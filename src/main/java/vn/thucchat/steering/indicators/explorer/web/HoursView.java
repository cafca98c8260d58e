package vn.thucchat.steering.indicators.explorer.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.charts.Columns;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.DailyCourse;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/**
 * Draws at which hours of the day a measured figure comes about, over the last days of its period that have passed.
 * Readers who may not open the acts see each hour's share, in whole per cent, and no amounts: subtracted from the sums
 * of days, which they see, amounts would tell what a single hour of few people was.
 */
@Component
record HoursView(DailyCourse days, RequestParameters asked) {

    /** Days that can be looked back over. */
    static final List<String> SPANS = List.of("7", "30");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int HOURS = 24;

    /** Every so many hours are named below the columns. */
    private static final int LABELLED = 3;

    /**
     * @param widths the other ways to divide time, to choose from
     * @param each whether the reader may see each fact
     */
    ExplorerPage.Daily of(
            Actor reader,
            Texts t,
            ExplorerChoice choice,
            Figure shown,
            List<ExplorerPage.Choice> widths,
            boolean each) {
        FigureSubject of = choice.of();
        LocalDate to = of.period().to().isAfter(asked.today())
                ? asked.today()
                : of.period().to();
        LocalDate since = to.minusDays(Long.parseLong(choice.last()) - 1);
        LocalDate from = since.isBefore(of.period().from()) ? of.period().from() : since;
        SortedMap<Integer, BigDecimal> known = days.hours(reader, shown, of.indicator(), from, to);
        BigDecimal whole = known.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Function<BigDecimal, String> words =
                amount -> each ? Quantity.of(amount, of.indicator().measure()).text(t) : share(t, amount, whole, false);
        var columns = new ArrayList<Columns.Value>();
        var rows = new ArrayList<ExplorerPage.HourRow>();
        for (int hour = 0; hour < HOURS; hour++) {
            BigDecimal amount = known.getOrDefault(hour, BigDecimal.ZERO);
            String name = t.of("explorer.hours.hour", Integer.toString(hour), Integer.toString(hour + 1));
            columns.add(new Columns.Value(
                    hour % LABELLED == 0 ? t.of("explorer.hours.brief", Integer.toString(hour)) : "",
                    each ? amount : part(amount, whole, 0),
                    name + ": " + words.apply(amount)));
            if (amount.signum() != 0)
                rows.add(new ExplorerPage.HourRow(
                        name, each ? words.apply(amount) : null, share(t, amount, whole, each)));
        }
        String label = t.of("explorer.hours.label", t.date(from), t.date(to));
        return new ExplorerPage.Daily(
                label,
                new Columns(columns, each ? "" : "%"),
                widths,
                SPANS.stream()
                        .map(span -> new ExplorerPage.Choice(
                                t.of("explorer.hours.last", span),
                                choice.address().with("last", span),
                                span.equals(choice.last())))
                        .toList(),
                rows,
                rows.isEmpty() ? t.of("explorer.hours.none") : most(t, known, whole, each),
                each ? null : t.of("explorer.hours.enough", t.number(Evidence.Group.FEWEST_SUBJECTS)));
    }

    /** {@code Nhiều nhất: 8–9 giờ, 14,2%}. */
    private static @Nullable String most(
            Texts t, SortedMap<Integer, BigDecimal> known, BigDecimal whole, boolean each) {
        return known.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> t.of(
                        "explorer.hours.most",
                        t.of(
                                "explorer.hours.hour",
                                Integer.toString(most.getKey()),
                                Integer.toString(most.getKey() + 1)),
                        share(t, most.getValue(), whole, each)))
                .orElse(null);
    }

    private static String share(Texts t, BigDecimal amount, BigDecimal whole, boolean each) {
        int decimals = each ? 1 : 0;
        return whole.signum() == 0 ? "" : t.number(part(amount, whole, decimals), decimals) + "%";
    }

    /** In per cent. */
    private static BigDecimal part(BigDecimal amount, BigDecimal whole, int decimals) {
        return whole.signum() == 0
                ? BigDecimal.ZERO
                : amount.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP);
    }
}
