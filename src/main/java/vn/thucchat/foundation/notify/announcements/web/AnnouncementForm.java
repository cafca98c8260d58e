package vn.thucchat.foundation.notify.announcements.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementDrafts;

/**
 * An announcement as an official writes it.
 *
 * @param group source and key, as the page offers it
 * @param sendOn null: as soon as it is approved
 * @param sendHour whole hour of that day in Viet Nam
 * @param version of the announcement that is changed; null of a new one
 */
record AnnouncementForm(
        @Size(min = 1, message = "form.choose") String group,

        @NotNull(message = "form.choose") Announcement.Purpose purpose,

        @Size(min = 3, max = 100, message = "announcement.title.fault")
        String titleVi,

        @Size(min = 10, max = 600, message = "announcement.text.fault")
        String textVi,

        @Size(max = 100, message = "announcement.title.fault")
        String titleEn,

        @Size(max = 600, message = "announcement.text.fault")
        String textEn,

        @Nullable LocalDate sendOn,

        @Nullable @Min(value = 0, message = "form.choose") @Max(value = 23, message = "form.choose")
        Integer sendHour,

        @Nullable Integer version) {

    private static final int USUAL_HOUR = 8;

    Announcement.Words words() {
        return new Announcement.Words(titleVi, textVi, titleEn, textEn);
    }

    @Nullable
    Instant sendAt() {
        return sendOn == null
                ? null
                : sendOn.atTime(sendHour == null ? USUAL_HOUR : sendHour, 0)
                        .atZone(BusinessTime.VIETNAM)
                        .toInstant();
    }

    static Map<String, String> fields(Announcement announcement) {
        Announcement.Draft draft = announcement.draft();
        var fields = new HashMap<>(Map.of(
                "group", AnnouncementDrafts.choice(draft.group()),
                "version", Integer.toString(announcement.version()),
                "purpose", draft.kind().name(),
                "titleVi", draft.words().titleVi(),
                "textVi", draft.words().textVi(),
                "titleEn", draft.words().titleEn(),
                "textEn", draft.words().textEn()));
        Instant at = draft.sendAt();
        if (at != null) {
            var local = at.atZone(BusinessTime.VIETNAM);
            fields.put("sendOn", local.toLocalDate().toString());
            fields.put("sendHour", Integer.toString(local.getHour()));
        }
        return fields;
    }
}
