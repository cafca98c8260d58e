package vn.thucchat.foundation.units;

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
        AGENCY
    }

    private final Level level;

    UnitKind(Level level) {
        this.level = level;
    }

    public Level level() {
        return level;
    }

    /** Lower case with hyphens: {@code special-zone}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
