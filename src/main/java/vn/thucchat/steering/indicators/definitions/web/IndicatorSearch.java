package vn.thucchat.steering.indicators.definitions.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.vietnamese.NameSearchKey;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

/** Finds indicators by their names and definitions; those that are not used any more for the steering office only. */
@Component
class IndicatorSearch implements SearchSource {

    /** @param text name, code and definition in both languages, folded */
    private record Keys(int version, List<String> names, String text) {}

    private final Indicators indicators;
    private final Map<String, Keys> folded = new ConcurrentHashMap<>();

    IndicatorSearch(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public String kind() {
        return "indicators";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        boolean office = query.actor().holds(SteeringRoles.STEERING_OFFICE);
        return indicators.all().stream()
                .filter(it -> it.active() || office)
                .flatMap(it -> match(query.words(), keys(it))
                        .map(match -> new SearchHit(
                                match,
                                !it.active(),
                                DisplayNames.name(query.t(), it),
                                query.t().of("pillar." + it.pillar().name()),
                                "/indicators/" + it.code()))
                        .stream())
                .toList();
    }

    private static Optional<Match> match(SearchWords words, Keys keys) {
        return words.matchKeys(keys.names)
                .or(() -> words.mentionedIn(keys.text) ? Optional.of(Match.MENTIONED) : Optional.empty());
    }

    private Keys keys(Indicator it) {
        Keys known = folded.get(it.code());
        if (known != null && known.version == it.version()) return known;
        var keys = new Keys(
                it.version(),
                List.of(NameSearchKey.of(it.nameVi()), NameSearchKey.of(it.nameEn())),
                NameSearchKey.of(
                        String.join(" ", it.nameVi(), it.nameEn(), it.code(), it.definitionVi(), it.definitionEn())));
        folded.put(it.code(), keys);
        return keys;
    }
}
