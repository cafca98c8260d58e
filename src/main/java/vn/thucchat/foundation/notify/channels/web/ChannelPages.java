package vn.thucchat.foundation.notify.channels.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.pages.NavItem;
import vn.thucchat.foundation.pages.RoomPages;

@Component
record ChannelPages(Media media) implements RoomPages {

    @Override
    public List<NavItem> elsewhere() {
        return List.of(
                new NavItem(952, KeptMessagesController.PATH, null, "nav.kept-messages", _ -> media.demonstration()));
    }
}
