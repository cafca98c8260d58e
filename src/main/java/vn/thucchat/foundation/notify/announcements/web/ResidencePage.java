package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import java.util.Set;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * Of which commune or ward the reader wants the announcements.
 *
 * @param units all that there are today
 * @param consented purposes that the reader consented to
 */
public record ResidencePage(List<Option> units, Set<Announcement.Purpose> consented, Form<?> form) {

    /** Those for which a consent is asked. */
    public static List<Announcement.Purpose> purposes() {
        return List.of(Announcement.Purpose.ADMINISTRATION, Announcement.Purpose.LIFE);
    }
}
