package vn.thucchat.foundation.search.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

/** Leads to the glossary. */
@Component
class SearchPages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forAll(980, "/glossary", "glossary"));
    }
}
