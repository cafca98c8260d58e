package vn.thucchat.foundation.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;

/** Asks every room for what somebody looks for, and puts the best first. */
@Service
public class Search {

    /**
     * What was found of one kind.
     *
     * @param more whether there is more than is in it
     */
    public record Group(String kind, List<SearchHit> items, boolean more) {

        private SearchHit best() {
            return items.getFirst();
        }
    }

    private final List<SearchSource> sources;

    Search(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order).thenComparing(SearchSource::kind))
                .toList();
    }

    /** The kinds of which the actor may find something, in their order. */
    public List<String> kinds(Actor actor) {
        return sources.stream()
                .filter(source -> source.open(actor))
                .map(SearchSource::kind)
                .toList();
    }

    /** What fits of every kind, at most the query's limit of each; the kind with the best fit first. */
    public List<Group> all(SearchQuery query) {
        return sources.stream()
                .filter(source -> source.open(query.actor()))
                .map(source -> group(source, query))
                .filter(group -> !group.items().isEmpty())
                .sorted(Comparator.comparing(Group::best, SearchHit.BEST))
                .toList();
    }

    /** What fits of one kind; empty where there is no such kind for the actor. */
    public Optional<Group> of(String kind, SearchQuery query) {
        return sources.stream()
                .filter(source -> source.kind().equals(kind) && source.open(query.actor()))
                .map(source -> group(source, query))
                .findFirst();
    }

    private static Group group(SearchSource source, SearchQuery query) {
        if (query.words().empty()) return new Group(source.kind(), List.of(), false);
        int limit = query.limit();
        var wider = new SearchQuery(query.actor(), query.reader(), query.words(), limit + 1);
        List<SearchHit> best = source.find(wider).stream()
                .sorted(SearchHit.BEST)
                .limit(limit + 1L)
                .toList();
        return new Group(source.kind(), best.subList(0, Math.min(limit, best.size())), best.size() > limit);
    }
}
