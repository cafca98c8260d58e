package toyroom;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;

/** Finds books, for librarians. */
@Component
class ToySearch implements SearchSource {

    @Override
    public String kind() {
        return "books";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public boolean open(Actor actor) {
        return actor.holds(ToyRoles.LIBRARIAN);
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return Stream.of("Dế Mèn phiêu lưu ký", "Tắt đèn")
                .flatMap(book ->
                        query
                                .words()
                                .match(book)
                                .map(match -> new SearchHit(match, false, book, "", "/library"))
                                .stream())
                .toList();
    }
}
