package vn.thucchat.steering.indicators.reporting.web;

import java.util.Optional;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;

/**
 * Submissions that are looked at in one table because their units state the same indicators: of one period and level,
 * real or invented. Written {@code 2025S2.commune}, and {@code 2025S2.commune.demo}.
 */
record ReviewGroup(Period period, UnitKind.Level level, boolean synthetic) {

    static Optional<ReviewGroup> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3 || (parts.length == 3 && !parts[2].equals("demo")))
            return Optional.empty();
        return Period.parse(parts[0])
                .flatMap(period ->
                        UnitKind.Level.of(parts[1]).map(level -> new ReviewGroup(period, level, parts.length == 3)));
    }

    String name(Texts t) {
        String name = DisplayNames.name(t, period) + " · " + t.of("level." + level.name());
        return synthetic ? name + " · " + t.of("badge.synthetic") : name;
    }

    @Override
    public String toString() {
        return period + "." + level.code() + (synthetic ? ".demo" : "");
    }
}
