package vn.thucchat.economy.market.overview.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.overview.MarketWork;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkLine;

/** Kinds of work in markets; each is one line of the work list, however many markets it waits in. */
public enum MarketWorkType {
    /** charges that are overdue */
    ARREARS,
    /** stalls where a buyer cannot pay without cash */
    BARE,
    /** signs that were never looked at */
    INSPECT;

    static final String PATH = "/market/errands/";

    /** Finds the markets in which this kind of work waits, the largest amount first. */
    List<MarketWork.Waiting> in(List<MarketWork.Waiting> markets) {
        return markets.stream()
                .filter(it -> switch (this) {
                    case ARREARS -> it.overdue().count() > 0;
                    case BARE -> it.manages() && it.bare() > 0;
                    case INSPECT -> it.uninspected();
                })
                .sorted(Comparator.comparingLong(this::size).reversed())
                .toList();
    }

    private long size(MarketWork.Waiting it) {
        return switch (this) {
            case ARREARS -> it.overdue().amountVnd();
            case BARE -> it.bare();
            case INSPECT -> 0;
        };
    }

    /** Where it is done in one market. */
    public String url(MarketWork.Waiting it) {
        String at = "/markets/" + it.market().code();
        return switch (this) {
            case ARREARS ->
                it.manages()
                        ? at + "/arrears"
                        : "/market/owed?market=" + it.market().code();
            case BARE -> at + "/stalls?bare=true";
            case INSPECT -> at + "/rounds";
        };
    }

    /** How much of it there is in one market. */
    public String about(Texts t, MarketWork.Waiting it) {
        return switch (this) {
            case ARREARS -> arrears(t, it.overdue().amountVnd(), it.overdue().count());
            case BARE, INSPECT -> t.of("work." + key() + ".text");
        };
    }

    /** What waits, in all of some markets. */
    public String what(Texts t, List<MarketWork.Waiting> in) {
        String where = in.size() == 1 ? in.getFirst().market().name() : t.of("work.markets", t.number(in.size()));
        return switch (this) {
            case ARREARS ->
                t.of(
                        "work.arrears",
                        where,
                        t.number(in.stream()
                                .mapToInt(it -> it.overdue().stalls())
                                .sum()));
            case BARE ->
                t.of(
                        "work.bare",
                        where,
                        t.number(in.stream().mapToInt(MarketWork.Waiting::bare).sum()));
            case INSPECT -> t.of("work.inspect", where);
        };
    }

    /** The next action, in words. */
    public String action(Texts t, MarketWork.Waiting it) {
        return t.of(this == ARREARS && !it.manages() ? "work.action.collect" : "work.action." + key());
    }

    /** One line for all markets in which it waits. */
    WorkLine line(Texts t, List<MarketWork.Waiting> in) {
        MarketWork.Waiting first = in.getFirst();
        if (in.size() == 1) return WorkLine.of(what(t, in), about(t, first), due(in), url(first), action(t, first));
        String about = this == ARREARS
                ? arrears(
                        t,
                        in.stream().mapToLong(it -> it.overdue().amountVnd()).sum(),
                        in.stream().mapToInt(it -> it.overdue().count()).sum())
                : t.of("work." + key() + ".text");
        return WorkLine.of(what(t, in), about, due(in), PATH + key(), t.of("work.action.markets"));
    }

    private @Nullable LocalDate due(List<MarketWork.Waiting> in) {
        if (this != ARREARS) return null;
        return in.stream()
                .map(it -> it.overdue().since())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static String arrears(Texts t, long amountVnd, int count) {
        return t.of("work.arrears.text", t.number(amountVnd), t.number(count));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
