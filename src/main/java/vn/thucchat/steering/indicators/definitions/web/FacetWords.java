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
import vn.thucchat.foundation.facts.FacetNames;
import vn.thucchat.foundation.pages.Texts;

/** Says what the attributes of facts are, records by the names that their rooms give them. */
@Component
@NamedInterface("words")
public class FacetWords {

    private final List<FacetNames> rooms;

    FacetWords(List<FacetNames> rooms) {
        this.rooms = rooms;
    }

    /** Asks each room once for all that a page shows. */
    public Names of(Texts t, Collection<Map<String, String>> facets) {
        var known = new HashMap<String, Map<String, String>>();
        for (FacetNames room : rooms) {
            Set<String> values = facets.stream()
                    .flatMap(each -> Stream.ofNullable(each.get(room.facet())))
                    .collect(Collectors.toSet());
            if (!values.isEmpty()) known.put(room.facet(), room.names(values, t.locale()));
        }
        return new Names(t, known);
    }

    /** @param known names by attribute and value */
    public record Names(Texts t, Map<String, Map<String, String>> known) {

        /** {@code Chợ: Chợ Đồng Quang}, in the order of the attributes' codes. */
        public List<String> words(Map<String, String> facets) {
            return facets.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(facet -> words(facet.getKey(), facet.getValue()))
                    .toList();
        }

        private String words(String facet, String value) {
            String name = known.getOrDefault(facet, Map.of()).get(value);
            return name == null ? Terms.facet(t, facet, value) : Terms.facetName(t, facet) + ": " + name;
        }
    }
}
