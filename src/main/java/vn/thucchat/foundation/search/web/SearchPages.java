package vn.thucchat.foundation.search.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

/** Leads to the glossary. */
@Component
class SearchPages implements RoomPages {

    @Override
    public List<NavItem> footer() {
        return List.of(new NavItem(980, "/glossary", null, "glossary", _ -> true));
    }
}
