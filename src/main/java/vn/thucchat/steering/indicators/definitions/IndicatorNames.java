package vn.thucchat.steering.indicators.definitions;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.FacetNameSource;

/** Names the indicator that a statement's facts are of, whose code they carry. */
@Component
record IndicatorNames(Indicators indicators) implements FacetNameSource {

    @Override
    public String facet() {
        return "indicator";
    }

    @Override
    public Map<String, String> names(Set<String> values, Locale locale) {
        var names = new HashMap<String, String>();
        boolean vietnamese = locale.getLanguage().equals("vi");
        for (String value : values)
            indicators.find(value).ifPresent(it -> names.put(value, vietnamese ? it.nameVi() : it.nameEn()));
        return names;
    }
}
