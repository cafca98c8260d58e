package vn.thucchat.steering.indicators.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.IndicatorValues;
import vn.thucchat.steering.indicators.definitions.Period;

/** Tells those who define indicators and set targets what figures there are. */
@Component
record FigureValues(Figures figures) implements IndicatorValues {

    @Override
    public Map<String, IndicatorValue> newest(List<UnitCode> of) {
        return figures.newest(of).values().stream().collect(Collectors.toMap(Figure::indicator, FigureValues::value));
    }

    @Override
    public List<IndicatorValue> newest(String indicator, Collection<UnitCode> of) {
        return figures.newest(indicator, of).stream().map(FigureValues::value).toList();
    }

    @Override
    public List<IndicatorValue> published(
            LocalDate boundaries, Collection<UnitCode> of, Period period, List<Indicator> wanted) {
        return figures.publishedIn(boundaries, of, period, wanted).stream()
                .sorted(Figures.FIRST)
                .map(FigureValues::value)
                .toList();
    }

    @Override
    public List<IndicatorValue> visible(
            Actor reader, Collection<UnitCode> of, Period period, LocalDate boundaries, List<Indicator> wanted) {
        return Figures.firsts(figures.visible(reader, of, period, boundaries, wanted)).stream()
                .map(FigureValues::value)
                .toList();
    }

    @Override
    public Optional<IndicatorValue> trial(Actor reader, Indicator definition, UnitCode of, Period period) {
        return figures.trial(reader, definition, of, period).map(FigureValues::value);
    }

    private static IndicatorValue value(Figure it) {
        return new IndicatorValue(
                it.indicator(),
                it.unit(),
                it.period(),
                it.comparator(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.provenance(),
                it.synthetic());
    }
}
