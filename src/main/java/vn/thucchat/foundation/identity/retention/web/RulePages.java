package vn.thucchat.foundation.identity.retention.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.retention.PrivacyRules;
import vn.thucchat.foundation.identity.retention.Retention;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class RulePages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                NavItem.forRoles(961, PrivacyRules.PATH, "nav.privacy-rules", PrivacyRoles.DATA_PROTECTION_OFFICER),
                NavItem.forRoles(962, Retention.PATH, "nav.retention", PrivacyRoles.DATA_PROTECTION_OFFICER));
    }
}
