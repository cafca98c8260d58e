package vn.thucchat.steering.indicators.definitions.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.FacetNameSource;
import vn.thucchat.foundation.pages.Texts;

/** Labels the attributes of facts for pages; values that stand for records are shown by the names that rooms give them. */
@Component
@NamedInterface("words")
public class FacetLabels {

    private final List<FacetNameSource> sources;

    FacetLabels(List<FacetNameSource> sources) {
        this.sources = sources;
    }

    /** Reads the names that the labels of a page need, once from each source. */
    public Labels of(Texts t, Collection<Map<String, String>> facets) {
        var known = new HashMap<String, Map<String, String>>();
        for (FacetNameSource source : sources) {
            Set<String> values = facets.stream()
                    .flatMap(each -> Stream.ofNullable(each.get(source.facet())))
                    .collect(Collectors.toSet());
            if (!values.isEmpty()) known.put(source.facet(), source.names(values, t.locale()));
        }
        return new Labels(t, known);
    }

    /** @param names by attribute and value */
    public record Labels(Texts t, Map<String, Map<String, String>> names) {

        /** {@code Chợ: Chợ Đồng Quang}, in the order of the attributes' codes. */
        public List<String> of(Map<String, String> facets) {
            return facets.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(facet -> label(facet.getKey(), facet.getValue()))
                    .toList();
        }

        private String label(String facet, String value) {
            String name = names.getOrDefault(facet, Map.of()).get(value);
            return name == null ? Terms.facet(t, facet, value) : Terms.facetName(t, facet) + ": " + name;
        }
    }
}
