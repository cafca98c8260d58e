package vn.thucchat.steering.indicators.definitions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** Finds what indicators came to, for the pages that define them and set targets; the room of figures declares the bean. */
public interface IndicatorValues {

    /**
     * What an indicator came to.
     *
     * @param comparator {@code =}, or what the source says, such as {@code >}
     * @param value null when its parts cannot be put together
     */
    record IndicatorValue(
            String indicator,
            UnitCode unit,
            Period period,
            String comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Provenance provenance,
            boolean synthetic) {}

    /**
     * The newest published value of every indicator, by its code: of the last unit that has one.
     *
     * @param of from the least wanted to the most, such as the nation and the province
     */
    Map<String, IndicatorValue> newest(List<UnitCode> of);

    /** The newest published value of an indicator for each of the units that has one. */
    List<IndicatorValue> newest(String indicator, Collection<UnitCode> of);

    /** Published values in the boundaries of a day, the reading that speaks first before the others. */
    List<IndicatorValue> published(
            LocalDate boundaries, Collection<UnitCode> of, Period period, List<Indicator> wanted);

    /** What this reader may see of units in the boundaries of a day: of each unit and indicator what speaks first. */
    List<IndicatorValue> visible(
            Actor reader, Collection<UnitCode> of, Period period, LocalDate boundaries, List<Indicator> wanted);

    /** What a definition comes to for a unit, kept or not; empty where there is nothing to compute it from. */
    Optional<IndicatorValue> trial(Actor reader, Indicator definition, UnitCode of, Period period);
}
