package vn.thucchat.foundation.identity.reviews.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.reviews.AccessReviews;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class ReviewPages implements RoomPages {

    @Override
    public List<NavItem> navigation() {
        return List.of(NavItem.forRoles(702, AccessReviews.PATH, "nav.reviews", Roles.ADMINISTRATOR));
    }
}
