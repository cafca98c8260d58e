package vn.thucchat.foundation.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts in a row, each a column that stands on zero: how a day or a month went.
 *
 * @param sign what follows the round numbers beside the columns: {@code %}; empty where the page names the unit
 */
public record Columns(List<Value> values, String sign) {

    /**
     * @param label what stands below the column; empty for none
     * @param title what the column says when it is pointed at; empty for nothing
     */
    public record Value(String label, BigDecimal amount, String title) {

        public Value(String label, BigDecimal amount) {
            this(label, amount, "");
        }
    }

    /** A column as SVG takes it, and where its label stands. */
    public record Column(String x, String width, String y, String height, String middle, Value value) {}

    /** A round number beside the columns. */
    public record Tick(String at, BigDecimal value) {}

    /** Of the height, which labels below share: so much is the columns'. */
    private static final double HIGH = 0.86;

    private static final double GAP = 0.2;

    /** Of the width of a phone's picture, what a sign of the round numbers beside the columns takes. */
    private static final double SIGN = 0.022;

    public Columns {
        values = List.copyOf(values);
    }

    public Columns(List<Value> values) {
        this(values, "");
    }

    /** Whether there is anything to see. */
    public boolean drawable() {
        return values.stream().anyMatch(value -> value.amount().signum() > 0);
    }

    public List<Column> columns() {
        var scale = scale();
        double aside = aside(scale, sign);
        double slot = (1 - aside) / values.size();
        var columns = new ArrayList<Column>();
        for (int i = 0; i < values.size(); i++) {
            double share = scale.share(values.get(i).amount()) * HIGH;
            columns.add(new Column(
                    Scale.percent(aside + slot * (i + GAP / 2)),
                    Scale.percent(slot * (1 - GAP)),
                    Scale.percent(HIGH - share),
                    Scale.percent(share),
                    Scale.percent(aside + slot * (i + 0.5)),
                    values.get(i)));
        }
        return columns;
    }

    public List<Tick> ticks() {
        var scale = scale();
        return scale.ticks().stream()
                .map(value -> new Tick(Scale.percent(HIGH * (1 - scale.share(value))), value))
                .toList();
    }

    /** Of the width, where the round numbers stand: {@code 75.000.000} is wider than {@code 75}. */
    private static double aside(Scale scale, String sign) {
        int digits = scale.ticks().stream()
                .mapToInt(tick -> tick.toBigInteger().abs().toString().length())
                .max()
                .orElse(1);
        return Math.max(0.09, SIGN * (digits + (digits - 1) / 3 + 1 + sign.length()));
    }

    private Scale scale() {
        return Scale.of(values.stream().map(Value::amount).toList(), 3);
    }
}
