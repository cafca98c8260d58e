package vn.thucchat.steering.indicators.explorer.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to look at a figure. */
enum ExplorerView {
    MAP,
    TIME,
    UNITS,
    TABLE;

    /** As addresses write it: {@code map}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ExplorerView> of(String code) {
        return Stream.of(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
