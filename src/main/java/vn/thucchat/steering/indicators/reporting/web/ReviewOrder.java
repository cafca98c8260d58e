package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.reporting.web.ReviewLines.Line;

/** The order of the table of what waits: by unit, by how long it waits, by how much is odd, or by an indicator's value. */
record ReviewOrder(String by, boolean down) {

    static final String WAITING = "WAITING";
    static final String UNIT = "UNIT";

    /** Most first, so that the first press shows what is to be looked at. */
    static final String ODD = "ODD";

    /** Before the code of an indicator: {@code v.household-fibre}. */
    static final String VALUE = "v.";

    /**
     * @param indicators the codes of those that have columns
     * @throws Problem 400 when the table has no such order
     */
    static ReviewOrder read(String text, Collection<String> indicators) {
        boolean down = text.startsWith("-");
        String by = down ? text.substring(1) : text;
        boolean known = by.equals(WAITING) || by.equals(UNIT) || by.equals(ODD);
        // an indicator of which nothing waits any more orders nothing
        if (!known && !by.startsWith(VALUE)) throw Problem.bad("sort", "table.sort.fault");
        return known || indicators.contains(by.substring(VALUE.length()))
                ? new ReviewOrder(by, down)
                : new ReviewOrder(WAITING, false);
    }

    Comparator<Line> comparator() {
        Comparator<Line> order = switch (by) {
            case WAITING ->
                Comparator.comparing(line -> Optional.ofNullable(line.of().submittedAt())
                        .orElse(line.of().createdAt()));
            case UNIT -> Comparator.comparing(Line::name, VietnameseText.ORDER);
            case ODD -> Comparator.comparingInt(Line::marks).reversed();
            default -> {
                Comparator<Line> value =
                        Comparator.comparing(this::value, Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()));
                yield value;
            }
        };
        return (down ? order.reversed() : order).thenComparing(line -> line.of().id());
    }

    private @Nullable BigDecimal value(Line line) {
        var cell = line.cells().get(by.substring(VALUE.length()));
        return cell == null ? null : cell.value().size();
    }

    @Override
    public String toString() {
        return (down ? "-" : "") + by;
    }
}
