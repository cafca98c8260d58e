package vn.thucchat.foundation.search.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchWords;

/** Reads what a request looks for; refuses what is no text or too long. */
@Component
record SearchInput(Pages pages) {

    /** @throws Problem 400 */
    SearchQuery read(Actor actor, HttpServletRequest request, String typed, int limit) {
        if (typed.length() > SearchWords.LONGEST)
            throw Problem.bad("q", "search.long", Integer.toString(SearchWords.LONGEST));
        if (typed.indexOf('\0') >= 0) throw Problem.bad("q", "problem.unreadable");
        return new SearchQuery(actor, pages.chrome(request), SearchWords.of(typed), limit);
    }
}
