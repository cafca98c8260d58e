package vn.thucchat.foundation.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers land where they belong in a picture. */
class PicturesTests {

    @Test
    void bars_start_at_zero_and_are_as_long_as_they_say() {
        var bars = new Bars(n("11.27"), n("7"), null, null);
        assertThat(bars.of(n("7.5"))).isEqualTo(new Bars.Bar("0%", "50%"));
        assertThat(bars.mark()).isEqualTo("46.67%");
        assertThat(bars.ticks()).extracting(Bars.Tick::x).containsExactly("0%", "33.33%", "66.67%", "100%");
    }

    @Test
    void a_value_below_zero_reaches_to_the_left_of_it() {
        var bars = new Bars(n("-5"), n("5"), null, null);
        assertThat(bars.of(n("-5"))).isEqualTo(new Bars.Bar("0%", "50%"));
        assertThat(bars.of(n("5"))).isEqualTo(new Bars.Bar("50%", "50%"));
    }

    @Test
    void nothing_known_is_nothing_drawn() {
        assertThat(new Bars(null, null, null, null).of(null)).isNull();
        assertThat(new Trend(List.of()).drawable()).isFalse();
        assertThat(trend("5").drawable()).isFalse();
    }

    @Test
    void a_line_breaks_where_nothing_is_known() {
        var line =
                trend("1", "2", null, "3", "4").chart(BigDecimal::toPlainString).line();
        assertThat(line).matches("M[\\d. ]+L[\\d. ]+M[\\d. ]+L[\\d. ]+");
    }

    @Test
    void a_plan_is_level_through_its_period_and_steps_between_two() {
        var trend = new Trend(List.of(
                new Trend.Point("2021", n("10"), n("20"), "/1", false),
                new Trend.Point("2022", n("20"), n("20"), "/2", false),
                new Trend.Point("2023", n("30"), n("40"), "/3", true)));
        assertThat(trend.chart(BigDecimal::toPlainString).plan())
                .as("no slope: across, then up, then across")
                .matches("M[\\d. ]+H[\\d.]+V[\\d.]+H[\\d.]+V[\\d.]+H[\\d.]+");
        assertThat(trend.plan()).isEqualByComparingTo("40");
        var close = new Trend(List.of(
                        new Trend.Point("2021", n("57.8"), n("68"), "/1", false),
                        new Trend.Point("2022", n("69.9"), n("60"), "/2", true)))
                .chart(BigDecimal::toPlainString);
        assertThat(close.dots())
                .extracting(Trend.Dot::below)
                .as("clear of the plan")
                .containsExactly(true, false);
    }

    @Test
    void numbers_beside_the_line_stand_left_of_it_and_values_do_not_write_over_each_other() {
        var drawing = trend("366295655", "412000111", "398000222", "401000333", "377000444")
                .chart(value -> String.format(java.util.Locale.ROOT, "%,d", value.longValue()));
        double left = percent(drawing.left());
        assertThat(drawing.up()).allSatisfy(tick -> assertThat(tick.anchor()).isEqualTo("end"));
        assertThat(drawing.dots())
                .allSatisfy(dot -> assertThat(percent(dot.x())).isGreaterThan(left));
        var labelled = drawing.dots().stream()
                .filter(dot -> !dot.label().isEmpty())
                .map(dot -> percent(dot.x()))
                .toList();
        assertThat(labelled).hasSizeBetween(2, 3);
        for (int i = 1; i < labelled.size(); i++)
            assertThat(labelled.get(i) - labelled.get(i - 1)).isGreaterThan(24);
        assertThat(trend("20", "30", "40").chart(v -> v + "%").dots())
                .as("where there is room every value is written")
                .allSatisfy(dot -> assertThat(dot.label()).isNotEmpty());
    }

    private static double percent(String text) {
        return Double.parseDouble(text.replace("%", ""));
    }

    @Test
    void units_lie_in_the_order_of_their_values_with_the_median_among_them() {
        var spread = new Spread(
                List.of(
                        new Spread.Value("c", "C", n("30"), "/c", false),
                        new Spread.Value("a", "A", n("10"), "/a", true),
                        new Spread.Value("b", "B", n("16"), "/b", false),
                        new Spread.Value("d", "D", n("40"), "/d", false)),
                n("20"),
                n("24"));
        assertThat(spread.places()).extracting(place -> place.value().name()).containsExactly("A", "B", "C", "D");
        assertThat(spread.lowest().url()).isEqualTo("/a");
        assertThat(spread.highest().name()).isEqualTo("D");
        assertThat(spread.median()).isEqualByComparingTo("23");
        assertThat(spread.at(n("20"))).isEqualTo("50%");
        assertThat(spread.at(null)).isNull();
    }

    @Test
    void the_last_period_is_always_named_and_names_do_not_crowd() {
        for (int count = 1; count < 40; count++) {
            var across = trend(IntStream.range(0, count)
                            .mapToObj(Integer::toString)
                            .toArray(String[]::new))
                    .chart(BigDecimal::toPlainString)
                    .across();
            assertThat(across.getLast().label()).isEqualTo("p" + (count - 1));
            assertThat(across).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void names_of_periods_do_not_touch_on_a_phone() {
        for (int count = 2; count < 30; count++) {
            var points = IntStream.range(0, count)
                    .mapToObj(i -> new Trend.Point("6T đầu 2024", n("5"), null, null, false))
                    .toList();
            double right = -1;
            for (var tick : new Trend(points).chart(BigDecimal::toPlainString).across()) {
                double wide = tick.label().length() * 2.2;
                double left = percent(tick.at())
                        - (tick.anchor().equals("end") ? wide : tick.anchor().equals("middle") ? wide / 2 : 0);
                assertThat(left).as(count + " periods").isGreaterThan(right);
                right = left + wide;
            }
        }
    }

    @Property
    void every_value_lies_inside_and_order_is_kept(
            @ForAll @Size(min = 2, max = 20) List<@BigRange(min = "-1e15", max = "1e15") BigDecimal> values) {
        var scale = Scale.of(values, 4);
        var sorted = values.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++)
            assertThat(scale.share(sorted.get(i))).isBetween(scale.share(sorted.get(i - 1)), 1.0);
        assertThat(scale.ticks()).hasSizeBetween(2, 8);
        assertThat(scale.low()).isLessThanOrEqualTo(0);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static Trend trend(@Nullable String... values) {
        return new Trend(IntStream.range(0, values.length)
                .mapToObj(i -> {
                    String value = values[i];
                    return new Trend.Point("p" + i, value == null ? null : n(value), null, null, false);
                })
                .toList());
    }
}
