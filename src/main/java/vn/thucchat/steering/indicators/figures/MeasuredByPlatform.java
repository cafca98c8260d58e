package vn.thucchat.steering.indicators.figures;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Plausibility;

/** Finds what the platform measured beside what units state, for those who review it: reporting knows no figures. */
@Component
record MeasuredByPlatform(Figures figures) implements Plausibility.MeasuredValues {

    @Override
    public Map<UnitCode, Map<String, BigDecimal>> of(
            Collection<UnitCode> units, Period period, boolean synthetic, List<Indicator> wanted) {
        var measured = new HashMap<UnitCode, Map<String, BigDecimal>>();
        for (Figure figure : figures.running(units, period, period.to(), wanted)) {
            BigDecimal value = figure.value();
            if (value != null
                    && figure.basis() == Basis.COMPUTED
                    && figure.provenance() == Provenance.MEASURED
                    && figure.synthetic() == synthetic)
                measured.computeIfAbsent(figure.unit(), _ -> new HashMap<>()).put(figure.indicator(), value);
        }
        return measured;
    }
}
