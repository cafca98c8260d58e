package vn.thucchat.foundation.units;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of units, with the level that each stands on. The names in files and the API are {@link #code}. */
public enum UnitKind {
    NATION(Level.NATION),
    PROVINCE(Level.PROVINCE),
    CITY(Level.PROVINCE),
    DISTRICT(Level.DISTRICT),
    DISTRICT_CITY(Level.DISTRICT),
    DISTRICT_TOWN(Level.DISTRICT),
    WARD(Level.COMMUNE),
    COMMUNE(Level.COMMUNE),
    TOWNSHIP(Level.COMMUNE),
    SPECIAL_ZONE(Level.COMMUNE),
    AGENCY(Level.AGENCY);

    /** The tiers of administration; agencies stand beside them. */
    public enum Level {
        NATION,
        PROVINCE,
        DISTRICT,
        COMMUNE,
        AGENCY;

        /** Lower case, as in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Level> of(String code) {
            return Arrays.stream(values())
                    .filter(level -> level.code().equals(code))
                    .findFirst();
        }
    }

    private static final Map<String, UnitKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(UnitKind::code, Function.identity()));

    private final Level level;

    UnitKind(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /** Lower case with hyphens: {@code special-zone}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<UnitKind> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
