package vn.thucchat.foundation.notify.templates.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.templates.NoticeTemplates;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
class TemplatePages implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(NavItem.forRoles(738, NoticeTemplates.PATH, "nav.templates", Roles.ADMINISTRATOR));
    }
}
