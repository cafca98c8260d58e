package vn.thucchat.foundation.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.search.Search;
import vn.thucchat.foundation.search.SearchHit;

/** The page of the box that searches everywhere. */
@Controller
record SearchController(Search search, SearchInput input, Pages pages) {

    /** Of each kind, on the page of all kinds. */
    private static final int BRIEF = 10;

    private static final int PAGE = 50;

    /** Nobody reads further: more words find fewer things. */
    private static final int DEEPEST = 500;

    /** @param in one kind only, as {@link Search#kinds} names them; empty: all */
    @GetMapping("/search")
    @Allow(anyone = true)
    View search(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String in,
            Cursor cursor) {
        String typed = q.strip();
        String address = "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        List<SearchPage.Group> groups;
        Slice<SearchHit> part = null;
        if (in.isEmpty()) {
            groups = search.all(input.read(actor, request, typed, BRIEF)).stream()
                    .map(group -> new SearchPage.Group(
                            group.kind(), group.items(), group.more() ? address + "&in=" + group.kind() : null))
                    .toList();
        } else {
            var one = search.of(in, input.read(actor, request, typed, DEEPEST))
                    .orElseThrow(() -> Problem.bad("in", "search.in.fault"));
            part = Slice.part(one.items(), cursor, PAGE);
            groups = part.items().isEmpty() ? List.of() : List.of(new SearchPage.Group(one.kind(), part.items(), null));
        }
        String within = address + "&in=" + in;
        return pages.show(
                "foundation/search/search",
                new SearchPage(
                        typed,
                        in,
                        in.isEmpty() ? null : address,
                        search.kinds(actor),
                        groups,
                        cursor.start() ? null : within,
                        part == null ? null : part.next(within + "&cursor=")));
    }
}
