package vn.thucchat.government.dossiers.procedures.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.government.dossiers.procedures.ProcedureVersion;
import vn.thucchat.government.dossiers.procedures.Procedures;

/** Finds procedures in force by their names, results and what people call them. */
@Component
record ProcedureSearch(Procedures procedures) implements SearchSource {

    @Override
    public String kind() {
        return "procedures";
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return procedures.find(query.words().text(), procedures.today(), Cursor.START, query.limit()).items().stream()
                .map(version -> hit(query, version))
                .toList();
    }

    private static SearchHit hit(SearchQuery query, ProcedureVersion version) {
        ProcedureVersion.Draft draft = version.draft();
        Optional<Match> byName = query.words().match(draft.name(), draft.code());
        return new SearchHit(
                byName.orElse(Match.PART), false, draft.name(), draft.field() + " · " + draft.code(), version.path());
    }
}
