package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.announcements.Announcements;

/**
 * What was announced, the latest first.
 *
 * @param first address of the first page, null on it
 * @param next address of the next page, null on the last
 */
public record AnnouncedPage(
        List<Announcements.Published> announcements,
        @Nullable String first,
        @Nullable String next) {}
