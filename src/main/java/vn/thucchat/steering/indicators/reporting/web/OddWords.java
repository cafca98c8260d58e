package vn.thucchat.steering.indicators.reporting.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.Growth;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.reporting.Plausibility.Mark;

/** Words what is odd about a number: short for a cell, whole for a reviewer, as a question for whoever types it. */
final class OddWords {

    private OddWords() {}

    /** For a cell of a table: {@code +76 điểm so cùng kỳ}. */
    static String brief(Texts t, Indicator it, Mark mark) {
        return words(t, it, mark, "odd.brief.");
    }

    /** For a reviewer: {@code khác hẳn cùng kỳ: 12% → 88%}. */
    static String sentence(Texts t, Indicator it, Mark mark) {
        return words(t, it, mark, "odd.");
    }

    /** For whoever types it: the same, and whether it is right. */
    static String question(Texts t, Indicator it, Mark mark) {
        return t.of("odd.question", sentence(t, it, mark));
    }

    private static String words(Texts t, Indicator it, Mark mark, String start) {
        String key = start + mark.reason().name();
        BigDecimal than = mark.than();
        BigDecimal upTo = mark.upTo();
        return switch (mark.reason()) {
            case FIRST -> t.of(key);
            case MEASURED -> t.of(key, text(t, it, than), text(t, it, mark.value()));
            case CHANGE -> t.of(key, text(t, it, than), text(t, it, mark.value()), change(t, it, mark));
            case OUTLIER -> t.of(key, text(t, it, mark.value()), range(t, it, than, upTo));
        };
    }

    private static String change(Texts t, Indicator it, Mark mark) {
        BigDecimal than = mark.than();
        Growth growth = than == null ? null : Growth.of(of(it, than), of(it, mark.value()));
        return growth == null ? text(t, it, mark.value()) : growth.text(t);
    }

    /** No more than everything: the upper fence of shares may lie beyond it. */
    private static String range(Texts t, Indicator it, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        BigDecimal most = it.inPercent() && high != null ? high.min(BigDecimal.valueOf(100)) : high;
        String upTo = most == null ? "" : of(it, most).text(t, 1);
        return low == null || most == null || low.compareTo(most) >= 0 ? upTo : t.number(low, 1) + "–" + upTo;
    }

    private static String text(Texts t, Indicator it, @Nullable BigDecimal number) {
        return number == null ? "" : of(it, number).text(t, 2);
    }

    private static Quantity of(Indicator it, BigDecimal number) {
        return Quantity.of(number, it.measure());
    }
}
