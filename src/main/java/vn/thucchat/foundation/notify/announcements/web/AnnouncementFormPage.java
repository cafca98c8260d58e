package vn.thucchat.foundation.notify.announcements.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;

/**
 * The form of an announcement.
 *
 * @param announcement null of a new one
 */
public record AnnouncementFormPage(@Nullable Announcement announcement, List<Option> groups, Form<?> form) {

    public static List<Option> purposes(Texts t) {
        return Option.all(t, "announcement.purpose.", Announcement.Purpose.values());
    }

    public static List<Option> hours(Texts t) {
        var hours = new ArrayList<Option>();
        hours.add(new Option("", t.of("announcement.hour.usual")));
        for (int hour = 0; hour < 24; hour++) hours.add(new Option(Integer.toString(hour), "%02d:00".formatted(hour)));
        return hours;
    }
}
