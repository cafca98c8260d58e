package vn.thucchat.foundation.search.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.Search;
import vn.thucchat.foundation.search.SearchHit;

/** What the search page finds, for programs and for the suggestions under the box. */
@RestController
record SearchApi(Search search, SearchInput input) {

    private static final int USUAL = 10;
    private static final int MOST = 50;

    /**
     * @param query what was looked for
     * @param groups by kind, that with the best fit first
     */
    record SearchConversationHandler(String query, List<SearchGroup> groups) {}

    /**
     * @param name of the kind, in the language of the one who asks
     * @param more whether there is more of the kind than {@code limit}
     */
    record SearchGroup(String kind, String name, List<SearchItem> items, boolean more) {}

    /**
     * @param detail what tells it from others of its name, or empty
     * @param url the path of its page
     * @param ended whether it is no more
     */
    record SearchItem(String title, String detail, String url, Match match, boolean ended) {

        static SearchItem of(SearchHit found) {
            return new SearchItem(found.title(), found.detail(), found.url(), found.match(), found.ended());
        }
    }

    @Operation(summary = "What fits some words, of every kind that the one who asks may see")
    @GetMapping(path = "/api/v1/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allow(anyone = true)
    SearchConversationHandler search(
            Actor actor,
            HttpServletRequest request,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = limit == null ? USUAL : limit;
        if (most < 1 || most > MOST) throw Problem.bad("limit", "search.limit.fault", Integer.toString(MOST));
        String typed = q.strip();
        var query = input.read(actor, request, typed, most);
        return new SearchConversationHandler(
                typed,
                search.all(query).stream()
                        .map(group -> new SearchGroup(
                                group.kind(),
                                query.t().of("search.kind." + group.kind()),
                                group.items().stream().map(SearchItem::of).toList(),
                                group.more()))
                        .toList());
    }
}
